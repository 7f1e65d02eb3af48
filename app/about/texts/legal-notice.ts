import type { PageText } from '../page-text.ts'
import { legalNoticeAr } from './legal-notice.ar.tsx'
import { legalNoticeEn } from './legal-notice.en.tsx'
import { legalNoticeIt } from './legal-notice.it.tsx'

export const legalNoticeText: PageText = {
  updatedOn: '2026-11-22',
  byLanguage: { it: legalNoticeIt, en: legalNoticeEn, ar: legalNoticeAr },
}
