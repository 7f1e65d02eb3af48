import type { Lang } from '../languages.ts'
import ar from './generated/ar.js'
import en from './generated/en.js'
import it from './generated/it.js'
import { type Compiled, type Translate, translatorOf } from './translator-of.ts'

export type { Translate } from './translator-of.ts'

/** Every language's messages. On the server only: the browser loads one language. */
export const compiled: Record<Lang, Compiled> = { it, en, ar }

/** The translate function of a language. Messages are complete in every language: compile.mjs sees to it. */
export const translator = (lang: Lang): Translate => translatorOf(compiled[lang])
