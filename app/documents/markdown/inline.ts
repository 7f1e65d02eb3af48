import type { PhrasingContent } from 'mdast'
import type { MarkJson, NodeJson } from '../schema/json.ts'
import { safeHref } from '../schema/urls.ts'
import { checks } from '../schema/values.ts'

/** Finds what `type:slug` names; undefined when there is no such record. */
export type Cite = (type: string, slug: string) => { id: string; label: string } | undefined

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
const reference = /^([a-z]+(?:-[a-z]+)*):([0-9a-z][0-9a-z-]*)$/

/** A citation of `type:slug`, or of a full catalogue id; undefined when it cannot be resolved. */
function citation(target: string, label: string, cite: Cite | undefined): NodeJson | undefined {
  const [, type, slug] = reference.exec(target) ?? []
  if (type === undefined || slug === undefined || ['mailto', 'tel', 'http', 'https'].includes(type)) return undefined
  const found = uuid.test(slug) ? { id: target, label } : cite?.(type, slug)
  if (!found || !checks.catalogueId(found.id)) return undefined
  return { type: 'citation', attrs: { id: found.id, label: (label || found.label).slice(0, 300) } }
}

const text = (value: string, marks: MarkJson[]): NodeJson[] =>
  value === '' ? [] : [marks.length > 0 ? { type: 'text', text: value, marks } : { type: 'text', text: value }]

/** Plain text may hold `[s1]` and `[practice:slug]`. */
function textWithReferences(value: string, marks: MarkJson[], cite: Cite | undefined): NodeJson[] {
  // Control characters would be refused by PostgreSQL and read as nothing by people.
  // eslint-disable-next-line no-control-regex
  const clean = value.replace(/[\u0000-\u0008\u000b-\u001f]/g, '').replaceAll('\n', ' ')
  return clean.split(/(\[[a-z][0-9a-z:-]*\])/).flatMap((part): NodeJson[] => {
    const inner = /^\[(.+)\]$/.exec(part)?.[1]
    if (inner === undefined) return text(part, marks)
    if (/^s\d{1,3}$/.test(inner)) return [{ type: 'sourceRef', attrs: { key: inner } }]
    const cited = citation(inner, '', cite)
    return cited ? [cited] : text(part, marks)
  })
}

const plain = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('')

/** Marks in the order of the schema, each once: two writers of the same words store the same bytes. */
const order = ['link', 'bold', 'code', 'italic', 'strike']
const withMark = (marks: MarkJson[], mark: MarkJson): MarkJson[] =>
  [...marks.filter((given) => given.type !== mark.type), mark].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))

/** Phrasing content of Markdown as inline nodes of ours; links outside the allow-list keep their words only. */
export function inlineNodes(nodes: readonly PhrasingContent[], cite: Cite | undefined, marks: MarkJson[] = []): NodeJson[] {
  return nodes.flatMap((node): NodeJson[] => {
    switch (node.type) {
      case 'text':
        return textWithReferences(node.value, marks, cite)
      case 'emphasis':
        return inlineNodes(node.children, cite, withMark(marks, { type: 'italic' }))
      case 'strong':
        return inlineNodes(node.children, cite, withMark(marks, { type: 'bold' }))
      case 'delete':
        return inlineNodes(node.children, cite, withMark(marks, { type: 'strike' }))
      case 'inlineCode':
        return text(node.value, [...marks.filter((mark) => mark.type === 'link'), { type: 'code' }])
      case 'break':
        return [{ type: 'hardBreak' }]
      case 'link': {
        const cited = citation(node.url, plain(node.children), cite)
        if (cited) return [cited]
        const href = safeHref(node.url)
        return inlineNodes(node.children, cite, href === undefined ? marks : withMark(marks, { type: 'link', attrs: { href } }))
      }
      case 'html':
        return text(node.value, marks)
      case 'image':
        return text(node.alt ?? '', marks)
      default:
        return []
    }
  })
}
