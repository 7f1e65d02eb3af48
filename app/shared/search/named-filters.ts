/**
 * `ente:caritas`, `autore:"Oxfam Italia"`: the records in which a body is named. Kept simple: the name becomes a phrase that
 * has to be there, as if it had been put in quotation marks. English and Italian words for it, whatever the page's language.
 */
const named =
  /(^|\s)(-?)(?:ente|autore|organizzazione|body|author|organisation|organization):\s?(?:["“”«]([^"“”»]{1,100})["“”»]|(\S{1,100}))/giu

/** What the engine is asked for what was typed. */
export const engineText = (typed: string): string =>
  typed.replace(
    named,
    (_, before: string, minus: string, quoted?: string, word?: string) => `${before}${minus}"${(quoted ?? word ?? '').trim()}"`,
  )
