import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** One keystroke: a character put at `at`, or the one at `at` removed. */
export type Keystroke = { at: number; text: string } | { at: number; text: undefined }

export const finalTextHash = 'a489e9022976c14e46627aea174d07797edcb3fd17df42605956d4cf01bf9039'

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The public trace, keystroke by keystroke: see trace/README.md for where it comes from and how it is written. */
export function readTrace(): Keystroke[] {
  const file = path.join(import.meta.dirname, 'trace/automerge-paper.json.br')
  const runs = JSON.parse(brotliDecompressSync(fs.readFileSync(file)).toString()) as [number, string | number][]
  const keystrokes: Keystroke[] = []
  let caret = 0
  for (const [jump, what] of runs) {
    caret += jump
    if (typeof what === 'string') for (const text of what) keystrokes.push({ at: caret++, text })
    else for (let count = 0; count < what; count++) keystrokes.push({ at: caret--, text: undefined })
  }
  return keystrokes
}
