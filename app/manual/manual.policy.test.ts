import { describe, expect, it } from 'vitest'
import { type Actor, type Person, type Role, visitor } from '#app/shared/actor.ts'
import { type ChapterState, chapterStates, mayBecome } from './chapter.ts'
import * as policy from './manual.policy.ts'

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
  enrolledElsewhere: person('member', ['h']),
  facilitator: person('facilitator'),
  editor: person('editor'),
  admin: person('admin'),
} satisfies Record<string, Actor>
type Who = keyof typeof actors
const everyone = Object.keys(actors) as Who[]
const people = everyone.filter((who) => who !== 'visitor')
const staff: Who[] = ['facilitator', 'editor', 'admin']
const writers: Who[] = ['enrolled', ...staff]

const byState: [string, (actor: Actor, chapter: policy.ChapterFacts) => boolean, Record<ChapterState, Who[]>][] = [
  ['read', policy.canReadChapter, { draft: writers, 'in-review': writers, published: everyone, archived: staff }],
  ['write', policy.canWriteChapter, { draft: writers, 'in-review': writers, published: writers, archived: [] }],
  ['suggest on', policy.canSuggestOnChapter, { draft: writers, 'in-review': writers, published: people, archived: [] }],
  ['edit the details of', policy.canEditChapter, { draft: staff, 'in-review': staff, published: staff, archived: [] }],
]

describe('manual policies', () => {
  for (const [verb, may, expected] of byState)
    it.each(chapterStates)(`who may ${verb} a chapter that is %s`, (state) => {
      expect(everyone.filter((who) => may(actors[who], { state, programmeId: 'g' }))).toEqual(expected[state])
    })

  it('a chapter of no programme is written by facilitators and editors only', () => {
    expect(everyone.filter((who) => policy.canWriteChapter(actors[who], { state: 'draft', programmeId: null }))).toEqual(staff)
  })

  it.each([
    ['create chapters', policy.canCreateChapter, staff],
    ['publish chapters', policy.canPublishChapter, ['editor', 'admin']],
    ['publish the manual', policy.canPublishManual, ['editor', 'admin']],
    ['open the manual’s desk', policy.canWorkOnManual, ['enrolled', 'enrolledElsewhere', ...staff]],
  ] as const)('who may %s', (_title, may, expected) => {
    expect(everyone.filter((who) => may(actors[who]))).toEqual(expected)
  })
})

describe('a chapter', () => {
  it('is published from any living state, again too, and withdrawn to draft', () => {
    expect(chapterStates.filter((state) => mayBecome(state, 'published'))).toEqual(['draft', 'in-review', 'published'])
    expect(chapterStates.filter((state) => mayBecome(state, 'draft'))).toEqual(['in-review', 'published', 'archived'])
  })
})
