/** A name safe in addresses and headers, from whatever the file was called: `Relazione città.PDF` → `relazione-citta.pdf`. */
export const fileNameOf = (name: string, extension: string, fallback: string): string => {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^0-9A-Za-z]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase()
  return `${plain || fallback}.${extension}`
}
