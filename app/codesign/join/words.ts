import ar from '#app/shared/messages/generated/participant-ar.js'
import en from '#app/shared/messages/generated/participant-en.js'
import es from '#app/shared/messages/generated/participant-es.js'
import fr from '#app/shared/messages/generated/participant-fr.js'
import it from '#app/shared/messages/generated/participant-it.js'
import type { Words } from '#app/shared/messages/generated/participant-keys.ts'
import ro from '#app/shared/messages/generated/participant-ro.js'
import sq from '#app/shared/messages/generated/participant-sq.js'
import uk from '#app/shared/messages/generated/participant-uk.js'
import ur from '#app/shared/messages/generated/participant-ur.js'
import zh from '#app/shared/messages/generated/participant-zh.js'
import type { ParticipantLang } from '../participant-languages.ts'

/**
 * What participants' pages say, in ten languages and plain words (A2): words/*.json, compiled and checked complete by
 * app/shared/messages/compile.mjs. Each file says in `to_review` who has still to read it.
 */
const catalogues = { it, en, ar, fr, sq, zh, uk, es, ro, ur } satisfies Record<ParticipantLang, unknown>

export type WordKey = keyof Words
/** Words that say the same whatever happens: no parameters. */
export type PlainKey = { [K in WordKey]: Words[K] extends undefined ? K : never }[WordKey]
type Arguments<K extends WordKey> = Words[K] extends undefined ? [] : [Words[K]]
export type Say = <K extends WordKey>(key: K, ...parameters: Arguments<K>) => string

/** The words of one language. */
export const sayIn =
  (lang: ParticipantLang): Say =>
  (key, ...parameters) => {
    const word = catalogues[lang][key]
    if (!word) throw new Error(`No word ${key}`)
    return word(parameters[0] ?? {})
  }

/** Locale for dates; digits stay Latin, as on every page (ui.md). */
export const localeOf = (lang: ParticipantLang): string => (lang === 'ar' || lang === 'ur' ? `${lang}-u-nu-latn` : lang)

/** A day in words. */
export const dayIn = (lang: ParticipantLang, day: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
