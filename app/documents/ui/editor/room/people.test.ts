import { expect, test } from 'vitest'
import { initials, presentPeople } from './people.ts'

const user = (id: string, name: string, color = '#004d99') => ({ user: { id, name, color } })

test('a person with two windows is present once, oneself comes first', () => {
  const people = presentPeople(
    [
      { clientId: 1, ...user('a', 'Anna') },
      { clientId: 2, ...user('b', 'Bruno') },
      { clientId: 3, ...user('b', 'Bruno') },
    ],
    3,
  )
  expect(people.map(({ name, self }) => [name, self])).toEqual([
    ['Bruno', true],
    ['Anna', false],
  ])
})

test('connections without a name and colours that are none are not trusted', () => {
  const people = presentPeople([{ clientId: 1 }, { clientId: 2, user: 'x' }, { clientId: 4, ...user('c', 'Carla', 'url(x)') }], 9)
  expect(people).toEqual([{ id: 'c', name: 'Carla', color: '#17324d', self: false }])
})

test.each([
  ['Maria Grazia Rossi', 'MR'],
  ['anna', 'A'],
  ['Redazione (dimostrazione)', 'RD'],
  ['  ', ''],
  ['نور الدين', 'نا'],
])('initials of %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
