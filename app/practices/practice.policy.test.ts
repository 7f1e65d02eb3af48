import { describe, expect, it } from 'vitest'
import { actorAs, askers, cases, editors, exampleReaders, factsFor, readers } from '#tests/support/practice-policy-table.ts'
import { actingAs, canCreate, canEdit, canMove, canRead } from './practice.policy.ts'
import { movesFrom, practiceMoves, practiceStates } from './practice.ts'

const bodies = { lead: 'lead-body', partner: 'partner-body' }
const facts = (state: (typeof practiceStates)[number], isExample = false) => factsFor(state, isExample, 'author', bodies)
const actor = (asker: (typeof askers)[number]) => actorAs(asker, {}, bodies)

describe('a practice sheet', () => {
  it.each(cases)(
    'in state $state (example: $isExample) is read by $asker exactly when the table says so',
    ({ state, isExample, asker }) => {
      expect(canRead(actor(asker), facts(state, isExample))).toBe((isExample ? exampleReaders : readers[state]).includes(asker))
    },
  )

  it.each(cases.filter(({ isExample }) => !isExample))(
    'in state $state is edited by $asker exactly when the table says so',
    ({ state, asker }) => {
      expect(canEdit(actor(asker), facts(state))).toBe(editors[state].includes(asker))
    },
  )

  it('is never edited by somebody who may not read it', () => {
    for (const { state, isExample, asker } of cases)
      if (canEdit(actor(asker), facts(state, isExample))) expect(canRead(actor(asker), facts(state, isExample))).toBe(true)
  })
})

/** Who may make each move, whatever the state allows. */
const movers: Record<(typeof practiceMoves)[number], readonly (typeof askers)[number][]> = {
  submit: ['author', 'member', 'editor', 'admin'],
  reconfirm: ['author', 'member', 'editor', 'admin'],
  'request-changes': ['editor', 'admin'],
  accept: ['editor', 'admin'],
  publish: ['editor', 'admin'],
  'ask-reconfirm': ['editor', 'admin'],
  unpublish: ['editor', 'admin'],
  restore: ['editor', 'admin'],
  archive: ['editor', 'admin'],
}

describe('moves', () => {
  it.each(practiceMoves.flatMap((move) => practiceStates.flatMap((state) => askers.map((asker) => ({ move, state, asker })))))(
    '$move of a sheet in state $state by $asker follows the table',
    ({ move, state, asker }) => {
      const withdrawn = move === 'archive' && state === 'draft' && (asker === 'author' || asker === 'member')
      expect(canMove(actor(asker), facts(state), move)).toBe(withdrawn || movers[move].includes(asker))
    },
  )

  it('leave a visitor none in any state', () => {
    for (const state of practiceStates) expect(movesFrom(state).filter((move) => canMove(actor('visitor'), facts(state), move))).toEqual([])
  })
})

it('is started by anyone with an account', () => {
  expect(askers.filter((asker) => canCreate(actor(asker)))).toEqual(askers.filter((asker) => asker !== 'visitor'))
})

it('records in which role somebody acted', () => {
  expect(actingAs(actor('author'), facts('draft'))).toBe('author')
  expect(actingAs(actor('member'), facts('draft'))).toBe('body')
  expect(actingAs(actor('editor'), facts('draft'))).toBe('editor')
})
