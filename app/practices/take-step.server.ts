import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { acceptPractice } from './accept-practice.server.ts'
import { archivePractice } from './archive-practice.server.ts'
import { askReconfirm } from './ask-reconfirm.server.ts'
import type { MoveOutcome, StepNote } from './move-practice.server.ts'
import type { PracticeMove } from './practice.ts'
import { publishPractice } from './publish-practice.server.ts'
import { reconfirmPractice } from './reconfirm-practice.server.ts'
import { requestChanges } from './request-changes.server.ts'
import { restorePractice } from './restore-practice.server.ts'
import { submitPractice } from './submit-practice.server.ts'
import { unpublishPractice } from './unpublish-practice.server.ts'

type Verb = (db: Db, actor: Person, id: string, note: StepNote) => Promise<MoveOutcome>

const verbs: Record<PracticeMove, Verb> = {
  submit: submitPractice,
  'request-changes': requestChanges,
  accept: acceptPractice,
  publish: publishPractice,
  'ask-reconfirm': askReconfirm,
  reconfirm: reconfirmPractice,
  unpublish: unpublishPractice,
  archive: archivePractice,
  restore: restorePractice,
}

/** The verb behind a button of the workflow. A new move does not compile without its verb. */
export const takeStep = (db: Db, actor: Person, id: string, move: PracticeMove, note: StepNote): Promise<MoveOutcome> =>
  verbs[move](db, actor, id, note)
