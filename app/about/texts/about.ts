import type { PageText } from '../page-text.ts'
import * as ar from './about.ar.tsx'
import * as en from './about.en.tsx'
import * as it from './about.it.tsx'

export const aboutText: PageText = { updatedOn: '2026-11-22', byLanguage: { it, en, ar } }
