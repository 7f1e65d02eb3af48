import type { PageText } from '../page-text.ts'
import * as ar from './legal-notice.ar.tsx'
import * as en from './legal-notice.en.tsx'
import * as it from './legal-notice.it.tsx'

export const legalNoticeText: PageText = { updatedOn: '2026-11-22', byLanguage: { it, en, ar } }
