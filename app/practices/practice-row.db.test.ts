import { expect, test } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { aPublicSheet } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { findPracticeById } from './practice.queries.server.ts'

const { db } = await useTestDatabase()

test.each([[['provincia:048', 'comune:048017', 'regione:toscana']], [['comune:048017', 'regione:toscana', 'provincia:048']]])(
  'the places of a sheet stand narrowest first, in whatever order they were written: %s',
  async (territories) => {
    const id = await aPublicSheet(db, { territories })
    const sheet = await findPracticeById(db, visitor, id.replace('practice:', ''))
    expect(sheet?.territories.map((place) => place.id)).toEqual(['comune:048017', 'provincia:048', 'regione:toscana'])
  },
)
