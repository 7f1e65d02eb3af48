import type { ComponentType } from 'react'
import type { Lang } from '#app/shared/languages.ts'
import type { SiteFacts } from './site-facts.ts'

export type TextProps = { facts: SiteFacts }

export type LanguageText = { lead: string; Text: ComponentType<TextProps> }

/** A page of prose, written once per language. `updatedOn` moves with any change of meaning. */
export type PageText = { updatedOn: string; byLanguage: Record<Lang, LanguageText> }
