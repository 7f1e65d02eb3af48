import type { NodeJson } from '../../../schema/json.ts'
import { type AwayChange, changesBetween } from './away.ts'

/** What others did while this person was away. */
export type Away = { since: number; changes: AwayChange[] }

/** Absences shorter than this are not worth telling. */
const shortMs = 60_000

/**
 * Remembers how a text read when its reader lost sight of it, and tells on return what others changed. The look is
 * taken just before the server's text is merged, so that one's own words, written off line, are not told as others'.
 */
export class Absence {
  private since: number | undefined
  private before: NodeJson | undefined

  /** From now on nothing of others arrives; `at` is when the text was last in step, in milliseconds. */
  begins(at: number): void {
    this.since ??= at
  }

  /** The server's text is about to be merged into what `view` shows. */
  ends(view: () => NodeJson): void {
    if (this.since !== undefined && Date.now() - this.since > shortMs) this.before = view()
  }

  /** The server's text is merged. */
  tell(view: () => NodeJson): Away | undefined {
    const { since, before } = this
    this.since = this.before = undefined
    const changes = since !== undefined && before ? changesBetween(before, view()) : []
    return since !== undefined && changes.length > 0 ? { since, changes } : undefined
  }
}
