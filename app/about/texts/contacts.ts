import type { PageText } from '../page-text.ts'
import * as ar from './contacts.ar.tsx'
import * as en from './contacts.en.tsx'
import * as it from './contacts.it.tsx'

export const contactsText: PageText = { updatedOn: '2026-11-22', byLanguage: { it, en, ar } }
