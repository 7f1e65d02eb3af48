/** `Perché l’abitare sociale` → `perche-l-abitare-sociale`; `otherwise` when nothing is left. */
export function slugOf(title: string, otherwise: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? otherwise : slug
}

/** The wanted slug, or with the first free number behind it. `taken` holds every slug ever used, and reserved words. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}
