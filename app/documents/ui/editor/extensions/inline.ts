import { Mark, mergeAttributes, Node } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import { marks, nodes } from '../../../schema/definitions.ts'
import { safeHref } from '../../../schema/urls.ts'

/** A record of the catalogue quoted in the text; the label is what was read when it was quoted. */
export const citation = Node.create({
  name: 'citation',
  parseHTML: () => [
    {
      tag: 'span[data-citation]',
      getAttrs: ({ dataset }) =>
        nodes.citation.attributes.id.check(dataset.citation ?? null) ? { id: dataset.citation, label: dataset.label ?? '' } : false,
    },
  ],
  addAttributes: () => ({
    id: { default: null, rendered: false, parseHTML: () => undefined },
    label: { default: '', rendered: false, parseHTML: () => undefined },
  }),
  renderHTML: ({ node: { attrs } }) => [
    'span',
    { class: 'citation', 'data-citation': attrs.id, 'data-label': attrs.label, dir: 'auto' },
    String(attrs.label || attrs.id),
  ],
  renderText: ({ node: { attrs } }) => String(attrs.label || attrs.id),
})

/** A note that points to one of the text's sources. */
export const sourceRef = Node.create({
  name: 'sourceRef',
  parseHTML: () => [
    {
      tag: 'sup[data-source]',
      getAttrs: ({ dataset }) => (nodes.sourceRef.attributes.key.check(dataset.source ?? null) ? { key: dataset.source } : false),
    },
  ],
  addAttributes: () => ({ key: { default: null, rendered: false, parseHTML: () => undefined } }),
  renderHTML: ({ node: { attrs } }) => ['sup', { class: 'source-ref', 'data-source': attrs.key }, String(attrs.key).replace(/^s/, '')],
  renderText: ({ node: { attrs } }) => `[${String(attrs.key)}]`,
})

const isAllowed = (href: unknown) => typeof href === 'string' && safeHref(href) !== undefined

/** Links of the one allow-list, typed, pasted or made by the dialog. A click while writing does not leave the page. */
export const link = Link.extend({
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (isAllowed(element.getAttribute('href')) ? null : false) }],
  addAttributes: () => ({ href: { default: null } }),
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener' }, 0],
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: isAllowed,
  HTMLAttributes: {},
})

/** Proposed words. Shown now, made in suggestion mode; the schema has them from the start because it is add-only. */
const proposal = (name: 'insertion' | 'deletion', tag: 'ins' | 'del') =>
  Mark.create({
    name,
    parseHTML: () => [],
    addAttributes: () =>
      Object.fromEntries(
        Object.keys(marks[name].attributes).map((key) => [key, { default: null, rendered: false, parseHTML: () => undefined }]),
      ),
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes, { class: 'diff' }), 0],
  })

/** Words that came from a participant. Only the server gives the mark; pasted copies do not carry it. */
export const contribution = Mark.create({
  name: 'contribution',
  inclusive: false,
  parseHTML: () => [],
  addAttributes: () => ({ id: { default: null, rendered: false, parseHTML: () => undefined } }),
  renderHTML: () => ['span', { class: 'contributed' }, 0],
})

export const insertion = proposal('insertion', 'ins')
export const deletion = proposal('deletion', 'del')
