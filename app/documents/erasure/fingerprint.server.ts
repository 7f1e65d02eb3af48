import { hash, randomBytes } from 'node:crypto'
import { type FindPassages, fold, foldedPassage, rangesOf } from './passages.ts'

/**
 * What is kept of an erased passage: enough to find it again in an older backup, not to read it. Whoever holds the
 * fingerprint and suspects a passage can confirm it; so it is kept outside the database and its backups, mode 0600.
 */
export type Fingerprint = { salt: string; length: number; sha256: string }

const digest = (salt: string, text: string): string => hash('sha256', `${salt}\n${text}`)

export function fingerprintOf(passage: string): Fingerprint {
  const salt = randomBytes(16).toString('hex')
  const text = foldedPassage(passage)
  return { salt, length: text.length, sha256: digest(salt, text) }
}

/** Finds passages by their fingerprints alone: every stretch of the right length is hashed. */
export const findFingerprints =
  (prints: readonly Fingerprint[]): FindPassages =>
  (text) => {
    const folded = fold(text)
    const found: [number, number][] = []
    for (const { salt, length, sha256 } of prints)
      for (let at = 0; at + length <= folded.text.length; at++)
        if (digest(salt, folded.text.slice(at, at + length)) === sha256) found.push([at, at + length])
    return rangesOf(folded, found)
  }
