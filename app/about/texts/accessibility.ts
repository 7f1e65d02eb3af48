import type { PageText } from '../page-text.ts'
import { accessibilityAr } from './accessibility.ar.tsx'
import { accessibilityEn } from './accessibility.en.tsx'
import { accessibilityIt } from './accessibility.it.tsx'

export const accessibilityText: PageText = {
  updatedOn: '2026-11-22',
  byLanguage: { it: accessibilityIt, en: accessibilityEn, ar: accessibilityAr },
}
