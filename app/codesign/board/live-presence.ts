import { once } from '#app/shared/once.ts'

/** Who has a live text open now, and how its saving goes. In memory of the live server only; nothing of it is kept. */
export type LiveText = {
  /** Participants and staff, once each: pseudonym or name as carets show it. */
  people: { id: string; name: string }[]
  /** The last change since this server opened the text; undefined when none came. */
  changedAt: number | undefined
  /** Changes are on their way to the database. */
  saving: boolean
}

/** The live server of this process, when it runs here, answers who is in a document's texts. */
export type LivePresence = { read?: (documentId: string) => LiveText }

export const livePresence = (): LivePresence => once<LivePresence>('live-presence', () => ({}))
