import type { Lang } from '../languages.ts'
import ar from './generated/ar.js'
import en from './generated/en.js'
import it from './generated/it.js'
import type { Messages } from './generated/keys.ts'

export type MessageKey = keyof Messages
type Arguments<K extends MessageKey> = Messages[K] extends undefined ? [] : [Messages[K]]
/** Translates a key; the type asks for exactly the parameters the message names. */
export type Translate = <K extends MessageKey>(key: K, ...parameters: Arguments<K>) => string

type Compiled = Record<string, (data: Record<string, unknown>) => string>
const compiled: Record<Lang, Compiled> = { it, en, ar }

/** The translate function of a language. Messages are complete in every language: compile.mjs sees to it. */
export function translator(lang: Lang): Translate {
  return translatorOf(compiled[lang])
}

/** The same over one language's compiled messages: the browser loads only the one it shows. */
export function translatorOf(messages: Compiled): Translate {
  return (key, ...parameters) => {
    const message = messages[key]
    if (!message) throw new Error(`No message ${key}`)
    return message(parameters[0] ?? {})
  }
}
