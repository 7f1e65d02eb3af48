import { isLang, type Lang } from '../languages.ts'
import { type Compiled, type Translate, translatorOf } from './translator-of.ts'

const loaded = new Map<Lang, Compiled>()

/** Makes a language's messages available to pages: all of them on the server, the shown one in the browser. */
export const setMessages = (lang: Lang, messages: Compiled): void => void loaded.set(lang, messages)

/** The translate function for pages. The language must have been set by the entry module. */
export function pageTranslator(lang: string): Translate {
  const messages = isLang(lang) ? loaded.get(lang) : undefined
  if (!messages) throw new Error(`Messages of ${lang} are not loaded`)
  return translatorOf(messages)
}
