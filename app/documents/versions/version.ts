import { z } from 'zod'

/**
 * A version: a text as it stood at a moment, kept for 90 days. One per ten minutes of editing (`time`), after a week one
 * per hour; besides, whenever somebody asks for one (`kept`), after a restore (`restore`), and as it stood before most
 * of it was removed (`shrink`). Named versions stay as long as the text.
 */
export const versionReasons = ['time', 'kept', 'restore', 'shrink'] as const
export type VersionReason = (typeof versionReasons)[number]

export type VersionEntry = {
  id: string
  name: string | null
  reason: VersionReason
  createdAt: Date
  contributors: string[]
  characters: number
}

/** What the versions page may post. */
export const versionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('restore'), version: z.uuid() }),
  z.object({ intent: z.literal('name'), version: z.uuid(), name: z.string().trim().max(120) }),
  z.object({ intent: z.literal('keep'), name: z.string().trim().max(120) }),
])
