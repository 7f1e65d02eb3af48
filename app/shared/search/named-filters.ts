/**
 * `ente:caritas`, `autore:"Oxfam Italia"`: the records in which a body is named. Kept simple: the name becomes a phrase that
 * has to be there, as if it had been put in quotation marks; where it is the whole name of a body of ours, only records
 * that body leads or takes part in are found (`bodies`). English and Italian words for it, whatever the page's language.
 */
const named =
  /(^|\s)(-?)(?:ente|autore|organizzazione|body|author|organisation|organization):\s?(?:["“”«]([^"“”»]{1,100})["“”»]|(\S{1,100}))/giu

/** What the engine is asked for what was typed. */
export const engineText = (typed: string): string =>
  typed.replace(
    named,
    (_, before: string, minus: string, quoted?: string, word?: string) => `${before}${minus}"${(quoted ?? word ?? '').trim()}"`,
  )

/** The engine's question for what was typed. */
export const engineQuestion = (typed: string): { text: string; bodies: string[] } => ({
  text: engineText(typed),
  bodies: [...typed.matchAll(named)].flatMap(([, , minus, quoted, word]) => (minus ? [] : [(quoted ?? word ?? '').trim()])),
})
