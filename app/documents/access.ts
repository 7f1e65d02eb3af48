/**
 * What somebody may do with a text, weakest first. Documents never decide it: app/desk/document-access.server.ts asks
 * the noun the text belongs to.
 */
export const accesses = ['none', 'read', 'comment', 'suggest', 'write', 'publish'] as const
export type Access = (typeof accesses)[number]

/** True when `access` allows at least `needed`. */
export const allows = (access: Access, needed: Access): boolean => accesses.indexOf(access) >= accesses.indexOf(needed)

/** A text's live name: `<document uuid>.<lang>`. */
export type TextRef = { documentId: string; lang: string }

export const liveName = ({ documentId, lang }: TextRef): string => `${documentId}.${lang}`

const pattern = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/

/** Reads a live name that came from outside; undefined when it is none. */
export function parseLiveName(name: string): TextRef | undefined {
  const [, documentId, lang] = pattern.exec(name) ?? []
  return documentId !== undefined && lang !== undefined ? { documentId, lang } : undefined
}
