import { expect, it } from 'vitest'
import { slugOf } from './organisation.ts'
import { memberFormSchema, organisationQuerySchema, organisationSchema } from './organisation.schema.ts'

const good = { name: 'Comune di Prova', kind: 'municipality', territory_id: '', website: '', description_it: '', description_en: '' }

it('takes a body with only its name and kind', () => {
  expect(organisationSchema.parse(good)).toMatchObject({ name: 'Comune di Prova', territory_id: null, website: null })
})

it.each(['javascript:alert(1)', 'www.comune.it', 'ftp://comune.it', 'https://'])('refuses %s as a website', (website) => {
  expect(organisationSchema.safeParse({ ...good, website }).success).toBe(false)
})

it('keeps a body’s web address', () => {
  expect(organisationSchema.parse({ ...good, website: 'https://www.comune.prova.it/' }).website).toBe('https://www.comune.prova.it/')
})

it('falls back to defaults for odd query parameters', () => {
  expect(organisationQuerySchema.parse({ kind: 'x', territory: "'; drop", page: 'two', q: '\0' })).toEqual({ q: '', page: 1 })
})

it('tells an invitation from a decision', () => {
  expect(memberFormSchema.safeParse({ act: 'invite', email: 'a@b.it', role: 'contact' }).success).toBe(true)
  expect(memberFormSchema.safeParse({ act: 'approve', email: 'a@b.it' }).success).toBe(false)
})

it.each([
  ['Società della Salute dell’Area Pratese', 'societa-della-salute-dell-area-pratese'],
  ['Nuova', 'ente-nuova'],
  ['مدينة', 'ente'],
  ['  --Arci-- ', 'arci'],
])('makes of %s the address %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
