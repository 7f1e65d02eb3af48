/** Words the site itself uses after /buone-pratiche/ (contract.md). */
const reserved = ['proponi', 'mappa', 'edizioni', 'csv', 'nuova']

/** `Condominio “A casa di Cosetta”` → `condominio-a-casa-di-cosetta`. Never empty. */
export function slugFrom(title: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return slug === '' || reserved.includes(slug) ? `scheda${slug && `-${slug}`}` : slug
}

/** The wanted slug, or with the first free number behind it. `taken` holds every slug ever used. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}
