import type { List, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { calloutKinds } from '../schema/definitions.ts'
import type { NodeJson } from '../schema/json.ts'
import { checks } from '../schema/values.ts'
import { type Cite, inlineNodes } from './inline.ts'

export type MarkdownOptions = {
  /** Catalogue id and title behind `practice:slug`; undefined leaves the words as plain text. Without it only full catalogue ids are resolved. */
  cite?: Cite
}

/**
 * Reads our Markdown subset (headings from ##, paragraphs, lists, emphasis, quotes, GFM tables, links,
 * `:::callout kind … :::`, `[label](practice:slug)`, `[practice:slug]`, `[s1]`) into blocks. Total: what it does not
 * know becomes plain text, and HTML is never interpreted.
 */
export function blocksFromMarkdown(markdown: string, options: MarkdownOptions = {}): NodeJson[] {
  return splitCallouts(markdown.replaceAll('\r\n', '\n')).flatMap((part) => {
    const blocks = parse(part.text, options)
    if (part.kind === undefined) return blocks
    return [{ type: 'callout', attrs: { kind: part.kind }, content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }]
  })
}

type Part = { kind?: string; text: string }

function splitCallouts(markdown: string): Part[] {
  const parts: Part[] = [{ text: '' }]
  for (const line of markdown.split('\n')) {
    const current = parts.at(-1)!
    const opened = /^:::callout\s+(\w+)\s*$/.exec(line)?.[1]
    if (opened !== undefined && current.kind === undefined)
      parts.push({ kind: (calloutKinds as readonly string[]).includes(opened) ? opened : 'info', text: '' })
    else if (/^:::\s*$/.test(line) && current.kind !== undefined) parts.push({ text: '' })
    else current.text += `${line}\n`
  }
  return parts
}

function parse(text: string, options: MarkdownOptions): NodeJson[] {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return tree.children.flatMap((node) => block(node, options))
}

const paragraph = (content: NodeJson[]): NodeJson => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' })

function block(node: RootContent, options: MarkdownOptions): NodeJson[] {
  switch (node.type) {
    case 'heading':
      return [
        { type: 'heading', attrs: { level: Math.min(4, Math.max(2, node.depth)) }, content: inlineNodes(node.children, options.cite) },
      ]
    case 'paragraph':
      return paragraphs(node.children, options)
    case 'blockquote':
      return [{ type: 'blockquote', content: atLeastOne(node.children.flatMap((child) => block(child, options))) }]
    case 'list':
      return [list(node, options)]
    case 'table':
      return [table(node, options)]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'code':
    case 'html':
      return [paragraph([{ type: 'text', text: node.value.slice(0, 100_000) || ' ' }])]
    default:
      return []
  }
}

const atLeastOne = (blocks: NodeJson[]): NodeJson[] => (blocks.length > 0 ? blocks : [paragraph([])])

/** An image is a block of ours: a paragraph that is nothing but an image of this site becomes one. */
function paragraphs(children: PhrasingContent[], options: MarkdownOptions): NodeJson[] {
  const [only] = children
  if (children.length === 1 && only?.type === 'image' && checks.imageSource(only.url))
    return [{ type: 'image', attrs: { src: only.url, alt: (only.alt ?? '').slice(0, 500), decorative: !only.alt } }]
  return [paragraph(inlineNodes(children, options.cite))]
}

function list(node: List, options: MarkdownOptions): NodeJson {
  const items = node.children.map((item): NodeJson => {
    const blocks = item.children.flatMap((child) => block(child, options))
    return { type: 'listItem', content: blocks[0]?.type === 'paragraph' ? blocks : [paragraph([]), ...blocks] }
  })
  if (!node.ordered) return { type: 'bulletList', content: items }
  return { type: 'orderedList', attrs: { start: Math.min(node.start ?? 1, 100_000) }, content: items }
}

function table(node: Table, options: MarkdownOptions): NodeJson {
  const width = Math.max(1, ...node.children.map((row) => row.children.length))
  const rows = node.children.map((row, index): NodeJson => {
    const cells = Array.from({ length: width }, (_, column): NodeJson => {
      const content = [paragraph(inlineNodes(row.children[column]?.children ?? [], options.cite))]
      return { type: index === 0 ? 'tableHeader' : 'tableCell', content }
    })
    return { type: 'tableRow', content: cells }
  })
  return { type: 'table', content: rows }
}
