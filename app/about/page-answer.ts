import { z } from 'zod'

/**
 * An answer to "was this page useful?". It belongs to a page, never to a person: no account, address or hour is kept with
 * it (design guidelines for public services; ui.md).
 */
export const commentLimit = 300

/** Where an answer may be about: an address of this site without its language, as our slugs are written. */
const page = z
  .string()
  .max(300)
  .regex(/^\/(?:[a-z0-9.-]+(?:\/[a-z0-9.-]+)*)?$/, 'page')

export const pageAnswerSchema = z.object({
  page,
  answer: z.enum(['yes', 'no'], 'answer'),
  comment: z
    .string()
    .max(commentLimit, 'tooLong')
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
    .default(''),
  /** Where to go back to, with the page's own query. */
  back: z.string().max(2_000).default(''),
})

/** Pages that belong to one person's work, or to entering the site: nobody is asked about them. */
const notAsked =
  /^\/(?:scrivania|accedi|esci|registrati|password|email|utile|p)(?:\/|$)|^\/organizzazioni\/(?:nuova|invito)$|^\/organizzazioni\/[^/]+\/(?:modifica|persone)$/

/** True for the pages at whose foot the question stands. `path` is without the language. */
export const isAsked = (path: string): boolean => !notAsked.test(path)

/** `/it/manuale` → `/manuale`, `/it` → `/`. */
export const withoutLanguage = (path: string): string => path.replace(/^\/(?:it|en|ar)(?=\/|$)/, '') || '/'
