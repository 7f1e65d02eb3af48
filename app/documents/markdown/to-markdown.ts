import type { NodeJson } from '../schema/json.ts'

/**
 * Writes blocks as the Markdown `blocksFromMarkdown` reads: what a form without JavaScript shows in its text area.
 * Citations keep their full catalogue id, so that a round trip needs no look-up.
 */
export function markdownFromBlocks(blocks: readonly NodeJson[]): string {
  return blocks
    .map((node) => blockText(node))
    .filter((text) => text !== '')
    .join('\n\n')
}

const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`).replaceAll(/ +(?=\n)/g, '')

function blockText(node: NodeJson): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.level ?? 2))} ${inlineText(content)}`
    case 'paragraph':
      return startOfLine(inlineText(content))
    case 'blockquote':
      return `> ${indent(markdownFromBlocks(content), '> ')}`
    case 'callout':
      return `:::callout ${String(node.attrs?.kind ?? 'info')}\n${markdownFromBlocks(content)}\n:::`
    case 'bulletList':
    case 'orderedList':
      return listText(node)
    case 'horizontalRule':
      return '---'
    case 'image':
      return node.attrs?.src ? `![${escape(String(node.attrs.alt ?? ''))}](${String(node.attrs.src)})` : ''
    case 'table':
      return tableText(content)
    default:
      return markdownFromBlocks(content)
  }
}

function listText(list: NodeJson): string {
  const start = Number(list.attrs?.start ?? 1)
  return (list.content ?? [])
    .map((item, index) => {
      const bullet = list.type === 'orderedList' ? `${start + index}. ` : '- '
      return bullet + indent(markdownFromBlocks(item.content ?? []), ' '.repeat(bullet.length))
    })
    .join('\n')
}

function tableText(rows: readonly NodeJson[]): string {
  const lines = rows.map((row) => {
    const cells = (row.content ?? []).map((cell) => (cell.content ?? []).map((block) => inlineText(block.content ?? [])).join(' '))
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\\\n', ' ')).join(' | ')} |`
  })
  const columns = rows[0]?.content?.length ?? 1
  lines.splice(1, 0, `|${'---|'.repeat(columns)}`)
  return lines.join('\n')
}

const escape = (text: string) => text.replaceAll(/[\\`*_[\]<&]/g, String.raw`\$&`)
const startOfLine = (text: string) => text.replace(/^(?=(#{1,6} |[>+-]|\d+[.)]|:::|~~~|=|\|))/, '\\').replace(/^\\(\d+)/, '$1\\')

function inlineText(nodes: readonly NodeJson[]): string {
  return nodes.map(inline).join('')
}

function inline(node: NodeJson): string {
  if (node.type === 'hardBreak') return '\\\n'
  if (node.type === 'sourceRef') return node.attrs?.key ? `[${String(node.attrs.key)}]` : ''
  if (node.type === 'citation') return `[${escape(String(node.attrs?.label || node.attrs?.id))}](${String(node.attrs?.id)})`
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark.attrs]))
  const text = node.text ?? ''
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  if (core === '') return text
  let out = marks.has('code') ? `\`${core.replaceAll('`', "'")}\`` : escape(core)
  if (marks.has('italic')) out = `*${out}*`
  if (marks.has('bold')) out = `**${out}**`
  const href = marks.get('link')?.href
  if (typeof href === 'string') out = `[${out}](<${href.replaceAll(/[<>]/g, encodeURIComponent)}>)`
  return before + out + after
}
