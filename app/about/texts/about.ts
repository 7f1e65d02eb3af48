import type { PageText } from '../page-text.ts'
import { aboutAr } from './about.ar.tsx'
import { aboutEn } from './about.en.tsx'
import { aboutIt } from './about.it.tsx'

export const aboutText: PageText = { updatedOn: '2026-11-22', byLanguage: { it: aboutIt, en: aboutEn, ar: aboutAr } }
