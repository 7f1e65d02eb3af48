import { slugOf } from '#app/shared/slug.ts'

/** Words the site itself uses after /buone-pratiche/ (contract.md). */
const reserved = ['proponi', 'mappa', 'edizioni', 'csv', 'nuova']

/** `Condominio “A casa di Cosetta”` → `condominio-a-casa-di-cosetta`. Never empty, never a word of ours. */
export function slugFrom(title: string): string {
  const slug = slugOf(title, 'scheda')
  return reserved.includes(slug) ? `scheda-${slug}` : slug
}
