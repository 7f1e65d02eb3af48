import fs from 'node:fs'
import path from 'node:path'
import { readMessages, readWords } from '../../app/shared/messages/compile.mjs'

const app = path.resolve(import.meta.dirname, '../../app')

/** Every quoted word and every literal beginning of a template in the sources: what a key can be asked for by. */
function wordsOf(folder) {
  const words = new Set()
  const prefixes = new Set()
  for (const file of fs.globSync('**/*.{ts,tsx}', { cwd: folder, exclude: (name) => name === 'generated' })) {
    if (/\.test\.tsx?$/.test(file)) continue
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    for (const [, word] of text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)) words.add(word)
    for (const [, prefix] of text.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)) prefixes.add(prefix)
  }
  return { words, prefixes: [...prefixes] }
}

/** Message keys that no source names, neither whole nor by the beginning of a template literal. */
export function unusedMessages() {
  const { words, prefixes } = wordsOf(app)
  return [...Object.keys(readMessages('it')), ...Object.keys(readWords('it'))].filter(
    (key) => !words.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
  )
}

if (process.argv[1] === import.meta.filename) {
  const unused = unusedMessages()
  for (const key of unused) console.log(`unused message: ${key}`)
  console.log(unused.length === 0 ? 'Messages: every key is used.' : `Messages: ${unused.length} unused.`)
  process.exitCode = unused.length === 0 ? 0 : 1
}
