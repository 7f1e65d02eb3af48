import type { PageText } from '../page-text.ts'
import * as ar from './privacy.ar.tsx'
import * as en from './privacy.en.tsx'
import * as it from './privacy.it.tsx'

export const privacyText: PageText = { updatedOn: '2026-11-22', byLanguage: { it, en, ar } }
