import { describe, expect, it } from 'vitest'
import { type Actor, type Person, type Role, visitor } from '#app/shared/actor.ts'
import * as policy from './training.policy.ts'

const person = (role: Role, programmes: string[] = []): Person => ({
  kind: 'person',
  id: 'p',
  name: 'Anna',
  email: 'anna@example.org',
  role,
  organisations: [],
  programmes,
})
const actors = {
  visitor,
  member: person('member'),
  enrolled: person('member', ['g']),
  facilitator: person('facilitator'),
  editor: person('editor'),
  admin: person('admin'),
} satisfies Record<string, Actor>
type Who = keyof typeof actors
const everyone = Object.keys(actors) as Who[]
const staff: Who[] = ['facilitator', 'editor', 'admin']
const editors: Who[] = ['editor', 'admin']

const programme = { id: 'g', published: true, open: true, over: false }
const draft = { ...programme, published: false }
const closed = { ...programme, open: false }
const over = { ...programme, over: true }
const shown = { published: true, programmePublished: true }

const table: [string, (actor: Actor) => boolean, Who[]][] = [
  ['read a published programme', (a) => policy.canReadProgramme(a, programme), everyone],
  ['read a programme in preparation', (a) => policy.canReadProgramme(a, draft), staff],
  ['edit programmes and sessions', policy.canEditTraining, staff],
  ['publish programmes and sessions', policy.canPublishTraining, editors],
  ['enrol in an open programme', (a) => policy.canEnrol(a, programme), ['member', ...staff]],
  ['enrol in a closed programme', (a) => policy.canEnrol(a, closed), []],
  ['enrol in a programme in preparation', (a) => policy.canEnrol(a, draft), []],
  ['enrol in a programme that is over', (a) => policy.canEnrol(a, over), []],
  ['leave a programme', (a) => policy.canLeave(a, programme), ['enrolled']],
  ['leave a programme that is over', (a) => policy.canLeave(a, over), []],
  ['see the meeting link', (a) => policy.canSeeMeeting(a, programme), ['enrolled', ...staff]],
  ['read a published take-away', (a) => policy.canReadTakeAway(a, shown), everyone],
  ['read a take-away draft', (a) => policy.canReadTakeAway(a, { ...shown, published: false }), staff],
  ['read a take-away of an unpublished programme', (a) => policy.canReadTakeAway(a, { ...shown, programmePublished: false }), staff],
  ['write take-aways', policy.canWriteTakeAway, staff],
  ['publish take-aways', policy.canPublishTakeAway, editors],
]

describe('training policies', () => {
  it.each(table)('who may %s', (_title, may, expected) => {
    expect(everyone.filter((who) => may(actors[who]))).toEqual(expected)
  })
})
