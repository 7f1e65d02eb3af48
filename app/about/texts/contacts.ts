import type { PageText } from '../page-text.ts'
import { contactsAr } from './contacts.ar.tsx'
import { contactsEn } from './contacts.en.tsx'
import { contactsIt } from './contacts.it.tsx'

export const contactsText: PageText = { updatedOn: '2026-11-22', byLanguage: { it: contactsIt, en: contactsEn, ar: contactsAr } }
