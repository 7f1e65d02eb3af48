import { expect, it } from 'vitest'
import { isSharedPage } from './shared-pages.ts'

it.each(['/it', '/en/', '/ar/glossario', '/it/buone-pratiche', '/it/buone-pratiche/casa-dei-mestieri', '/it/manuale/edizioni/v0.2'])(
  '%s is the same for every visitor',
  (path) => expect(isSharedPage(path)).toBe(true),
)

it.each([
  '/',
  '/it/accedi',
  '/it/registrati',
  '/it/scrivania',
  '/it/utile',
  '/it/buone-pratiche/proponi',
  '/it/buone-pratiche/csv',
  '/it/buone-pratiche/casa/qr.svg',
  '/it/organizzazioni/nuova',
  '/it/organizzazioni/invito',
  '/it/organizzazioni/casa/modifica',
  '/it/formazione/percorso/calendario.ics',
  '/api/v1/search',
  '/fr/glossario',
])('%s is made for each request', (path) => expect(isSharedPage(path)).toBe(false))
