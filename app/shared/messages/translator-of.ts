import type { Messages } from './generated/keys.ts'

export type MessageKey = keyof Messages
type Arguments<K extends MessageKey> = Messages[K] extends undefined ? [] : [Messages[K]]
/** Translates a key; the type asks for exactly the parameters the message names. */
export type Translate = <K extends MessageKey>(key: K, ...parameters: Arguments<K>) => string

export type Compiled = Record<string, (data: Record<string, unknown>) => string>

/** The translate function over one language's compiled messages: the browser loads only the one it shows. */
export function translatorOf(messages: Compiled): Translate {
  return (key, ...parameters) => {
    const message = messages[key]
    if (!message) throw new Error(`No message ${key}`)
    return message(parameters[0] ?? {})
  }
}
