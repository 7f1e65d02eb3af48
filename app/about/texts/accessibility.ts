import type { PageText } from '../page-text.ts'
import * as ar from './accessibility.ar.tsx'
import * as en from './accessibility.en.tsx'
import * as it from './accessibility.it.tsx'

export const accessibilityText: PageText = { updatedOn: '2026-11-22', byLanguage: { it, en, ar } }
