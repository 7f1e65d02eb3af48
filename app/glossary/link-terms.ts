import { isAcronym, spellings } from './glossary-term.ts'

/** The part of a ProseMirror node this file reads and writes. */
export type TextNode = {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  content?: TextNode[]
}

export type LinkableTerm = { slug: string; name: string }
type Options = {
  lang: 'it' | 'en'
  /** Address of a term's definition. */
  href: (slug: string) => string
}

/** Everyday words, or words with another common meaning: a link on them would teach nothing. */
const everydayItalian = 'comune|incontro|ascolto|accompagnamento|convenzione|premesse|accoglienza|operatore|relatore|in sintesi'
const everydayEnglish = 'session|accompaniment|deposit|speaker|neighbours|recitals|reception|household|municipality|agreement'
const everyday = new Set(`${everydayItalian}|${everydayEnglish}`.split('|'))

/** Where words are names of things already (titles, code, links) nothing is linked. */
const closed = new Set(['heading', 'codeBlock', 'tableHeader'])

/**
 * Links the first occurrence of each glossary term in a text, the longest term first where two overlap ("patto di
 * collaborazione ordinario" before "patto di collaborazione"). Plurals count. Returns a new document; the given one
 * is left alone.
 */
export function linkTerms<Node extends TextNode>(document: Node, terms: readonly LinkableTerm[], { lang, href }: Options): Node {
  const left = patternsOf(terms, lang)
  const visit = (node: TextNode): TextNode[] => {
    if (node.type === 'text') return linkText(node, left, href)
    if (closed.has(node.type) || !node.content) return [node]
    return [{ ...node, content: node.content.flatMap(visit) }]
  }
  return visit(document)[0] as Node
}

type Pattern = { slug: string; words: string; expression: RegExp }

function patternsOf(terms: readonly LinkableTerm[], lang: 'it' | 'en'): Pattern[] {
  return terms
    .flatMap(({ slug, name }) => spellings(name).map((words) => ({ slug, words })))
    .filter(({ words }) => !everyday.has(words.toLowerCase()))
    .sort((a, b) => b.words.length - a.words.length)
    .map(({ slug, words }) => ({ slug, words, expression: expressionOf(words, lang) }))
}

function expressionOf(words: string, lang: 'it' | 'en'): RegExp {
  const body = isAcronym(words)
    ? escape(words)
    : words
        .split(/\s+/)
        .map((word) => (lang === 'it' ? italianWord(word) : englishWord(word)))
        .join('\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, isAcronym(words) ? 'u' : 'iu')
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]")

/** Singular or plural by the ending; words of up to three letters (di, dei, per) stay as they are. */
function italianWord(word: string): string {
  const [, stem, ending] = /^(.{2,}?)(ca|ga|co|go|io|[aeo])$/iu.exec(word) ?? []
  if (!stem || !ending || word.length < 4) return escape(word)
  const plural = {
    ca: 'c(?:a|he)',
    ga: 'g(?:a|he)',
    co: 'c(?:o|i|hi)',
    go: 'g(?:o|i|hi)',
    io: '(?:io|i)',
    a: '[aei]',
    e: '[ei]',
    o: '[oi]',
  }
  return escape(stem) + plural[ending.toLowerCase() as keyof typeof plural]
}

function englishWord(word: string): string {
  if (word.length < 4) return escape(word)
  return /[^aeiou]y$/i.test(word) ? `${escape(word.slice(0, -1))}(?:y|ies)` : `${escape(word)}(?:s|es)?`
}

/** Splits one text node at the terms not yet linked; `left` loses what was found. */
function linkText(node: TextNode, left: Pattern[], href: (slug: string) => string): TextNode[] {
  const text = node.text ?? ''
  if (node.marks?.some((mark) => mark.type === 'link' || mark.type === 'code')) return [node]
  const found = firstMatch(text, left)
  if (!found) return [node]
  for (let index = left.length - 1; index >= 0; index--) if (left[index]?.slug === found.slug) left.splice(index, 1)
  const { start, end } = found
  const link = { type: 'link', attrs: { href: href(found.slug) } }
  return [
    ...(start > 0 ? linkText({ ...node, text: text.slice(0, start) }, left, href) : []),
    { ...node, text: text.slice(start, end), marks: [link, ...(node.marks ?? [])] },
    ...(end < text.length ? linkText({ ...node, text: text.slice(end) }, left, href) : []),
  ]
}

/** The longest term in the text, since patterns are sorted; shorter ones find their place in what remains. */
function firstMatch(text: string, patterns: readonly Pattern[]): { slug: string; start: number; end: number } | undefined {
  for (const { slug, expression } of patterns) {
    const match = expression.exec(text)
    if (match) return { slug, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
