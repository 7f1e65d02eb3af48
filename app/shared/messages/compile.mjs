// Compiles app/**/messages/{it,en,ar}.json (ICU MessageFormat) to one module per language and a key type, and the
// participants' pages' words (app/codesign/join/words/*.json, ten languages) to a catalogue of their own.
// Run before the build and the checks (bin/). A key missing in a language, or with other parameters, fails here.
import fs from 'node:fs'
import path from 'node:path'
import MessageFormat from '@messageformat/core'
import compileModule from '@messageformat/core/compile-module.js'
import { parse } from '@messageformat/parser'

const app = path.resolve(import.meta.dirname, '../..')
const out = path.join(import.meta.dirname, 'generated')
export const languages = ['it', 'en', 'ar']

/** Messages of one language, keyed `module.key`. */
export function readMessages(lang) {
  const all = {}
  for (const file of fs.globSync(`**/messages/${lang}.json`, { cwd: app })) {
    const module = file.split(path.sep)[0]
    for (const [key, text] of Object.entries(JSON.parse(fs.readFileSync(path.join(app, file), 'utf8')))) all[`${module}.${key}`] = text
  }
  return all
}

const words = path.join(app, 'codesign/join/words')
export const wordLanguages = fs.readdirSync(words).map((file) => path.basename(file, '.json'))

/** The words of participants' pages in one language, without the note on who has still to read them. */
export function readWords(lang) {
  const { to_review, ...texts } = JSON.parse(fs.readFileSync(path.join(words, `${lang}.json`), 'utf8'))
  if (to_review === undefined)
    throw new Error(`words/${lang}.json does not say whether a native speaker has still to review it (to_review)`)
  return texts
}

/** Parameter names and types of a message. */
function parameters(text) {
  const found = {}
  const walk = (tokens) => {
    for (const token of tokens) {
      if (token.type === 'argument') found[token.arg] ??= 'string | number'
      if (token.type === 'function') found[token.arg] = 'number | Date'
      if (token.type === 'plural' || token.type === 'selectordinal') found[token.arg] = 'number'
      if (token.type === 'select') found[token.arg] = 'string'
      for (const option of token.cases ?? []) walk(option.tokens)
    }
  }
  walk(parse(text))
  return found
}

/** Writes generated/*; throws one error that lists every problem. Returns the keys of both catalogues. */
export function compileMessages() {
  const ours = compileCatalogue({ langs: languages, read: readMessages, module: (lang) => lang, keysFile: 'keys.ts', type: 'Messages' })
  const words = compileCatalogue({
    langs: wordLanguages,
    read: readWords,
    module: (lang) => `participant-${lang}`,
    keysFile: 'participant-keys.ts',
    type: 'Words',
  })
  return [...ours, ...words]
}

function compileCatalogue({ langs, read, module, keysFile, type }) {
  const texts = Object.fromEntries(langs.map((lang) => [lang, read(lang)]))
  const keys = [...new Set(langs.flatMap((lang) => Object.keys(texts[lang])))].sort()
  const problems = []
  const types = []
  for (const key of keys) {
    const shapes = langs.map((lang) => {
      if (!texts[lang][key]) problems.push(`${key}: missing in ${lang}`)
      try {
        return parameters(texts[lang][key] ?? '')
      } catch (error) {
        problems.push(`${key}: ${lang}: ${error.message}`)
        return {}
      }
    })
    const names = shapes.map((shape) => Object.keys(shape).sort().join())
    if (new Set(names).size > 1) problems.push(`${key}: parameters differ: ${langs.map((lang, i) => `${lang}(${names[i]})`).join(' ')}`)
    const merged = Object.assign({}, ...shapes)
    const fields = Object.entries(merged).map(([name, kind]) => `${name}: ${kind}`)
    types.push(`  '${key}': ${fields.length ? `{ ${fields.join('; ')} }` : 'undefined'}`)
  }
  if (problems.length) throw new Error(`Messages:\n${problems.map((line) => `  - ${line}`).join('\n')}`)
  for (const lang of langs) {
    const mf = new MessageFormat(lang, { biDiSupport: false, strict: true })
    // Arabic pages keep Latin digits (ui.md).
    const code = compileModule(mf, texts[lang]).replaceAll('strictNumber("ar"', 'strictNumber("ar-u-nu-latn"')
    write(`${module(lang)}.js`, code)
    write(
      `${module(lang)}.d.ts`,
      `declare const messages: Record<string, (data: Record<string, unknown>) => string>\nexport default messages\n`,
    )
  }
  write(keysFile, `/** Made by compile.mjs: message keys and their parameters. */\nexport type ${type} = {\n${types.join('\n')}\n}\n`)
  return keys
}

function write(name, text) {
  const file = path.join(out, name)
  fs.mkdirSync(out, { recursive: true })
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text)
}

if (process.argv[1] === import.meta.filename) console.log(`${compileMessages().length} messages`)
