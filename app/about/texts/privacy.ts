import type { PageText } from '../page-text.ts'
import { privacyAr } from './privacy.ar.tsx'
import { privacyEn } from './privacy.en.tsx'
import { privacyIt } from './privacy.it.tsx'

export const privacyText: PageText = { updatedOn: '2026-11-22', byLanguage: { it: privacyIt, en: privacyEn, ar: privacyAr } }
