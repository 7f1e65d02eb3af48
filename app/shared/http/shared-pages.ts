/**
 * Pages that are the same for every visitor who is not signed in: what they show is public, and changes with the
 * catalogue's version only (docs/decisions/0006). Forms that count time, set cookies or answer one reader are not here.
 */
const shared = [
  '',
  'chi-siamo',
  'contatti',
  'note-legali',
  'privacy',
  'accessibilita',
  'statistiche',
  'dati-aperti',
  'glossario',
  'mappa',
  'cerca',
  'buone-pratiche',
  'buone-pratiche/:slug',
  'patti',
  'patti/:slug',
  'progetti',
  'progetti/:slug',
  'organizzazioni',
  'organizzazioni/:slug',
  'manuale',
  'manuale/:slug',
  'manuale/edizioni/:version',
  'manuale/edizioni/:version/:slug',
  'formazione',
  'formazione/:slug',
  'formazione/:slug/:slug',
]
/** Addresses of forms and files that look like a slug. */
const own = ['proponi', 'nuova', 'invito', 'csv', 'edizioni']

const slug = `(?!(?:${own.join('|')})$)[a-z0-9-]+`
const pattern = new RegExp(
  `^/(?:it|en|ar)(?:/?|/(?:${shared.filter(Boolean).join('|').replaceAll(':slug', slug).replaceAll(':version', '[a-z0-9.]+')}))$`,
)

/** True for addresses of pages that may be kept for the next visitor. */
export const isSharedPage = (path: string): boolean => path.length <= 300 && pattern.test(path)
