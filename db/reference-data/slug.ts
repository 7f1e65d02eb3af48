/** `Castiglion d’Orcia` → `castiglion-d-orcia`: accents dropped, everything else but letters and digits a hyphen. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
