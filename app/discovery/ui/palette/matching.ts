import type { Command } from './commands.ts'

/** Small letters without accents or vowel signs, so that "attivita" finds "Attività". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Commands that hold every word typed, at the beginning of one of theirs; all of them for an empty field. In their order. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean)
  return commands.filter(({ label, kind }) => {
    const words = plain(`${label} ${kind}`).split(/[^\p{L}\p{N}]+/u)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}
