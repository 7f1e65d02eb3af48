import { mergeAttributes, Node } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { type CalloutKind, calloutKinds, headingLevels, nodes } from '../../../schema/definitions.ts'

const isCalloutKind = (value: unknown): value is CalloutKind => (calloutKinds as readonly unknown[]).includes(value)

/** Headings 2 to 4: the page's title is the only first one. Pasted levels outside come to the nearest allowed. */
export const headings = Heading.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(Math.max(level, headingLevels[0]), headingLevels[2]) },
    })),
  addAttributes: () => ({ level: { default: 2, rendered: false, parseHTML: () => undefined } }),
}).configure({ levels: [...headingLevels] })

/** A box with a message: information, warning or example. Its title is shown, not stored, in the reader's language. */
export const callout = Node.create<{ titleOf: (kind: CalloutKind) => string }>({
  name: 'callout',
  addOptions: () => ({ titleOf: (kind) => kind }),
  parseHTML: () => [
    { tag: 'div.callout', getAttrs: (element) => (isCalloutKind(element.dataset.kind) ? { kind: element.dataset.kind } : {}) },
  ],
  addAttributes: () => ({ kind: { default: 'info', rendered: false, parseHTML: () => undefined } }),
  renderHTML({ node, HTMLAttributes }) {
    const kind: CalloutKind = isCalloutKind(node.attrs.kind) ? node.attrs.kind : 'info'
    const title = ['div', { class: 'callout-title', contenteditable: 'false' }, this.options.titleOf(kind)]
    return ['div', mergeAttributes(HTMLAttributes, { class: `callout callout-${kind}`, 'data-kind': kind }), title, ['div', 0]]
  },
})

/** A picture of our own file store, never a remote one. It is either described or said to be decorative. */
export const image = Node.create({
  name: 'image',
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: (element) => (nodes.image.attributes.src.check(element.getAttribute('src')) ? null : false) },
  ],
  addAttributes: () => ({
    decorative: { default: false, rendered: false, parseHTML: (element: HTMLElement) => element.dataset.decorative === 'true' },
    alt: { default: '', renderHTML: ({ alt }) => ({ alt: alt ?? '' }) },
  }),
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    { class: 'figure' },
    ['img', mergeAttributes(HTMLAttributes, { class: 'figure-img img-fluid' }, node.attrs.decorative ? { 'data-decorative': 'true' } : {})],
  ],
})

export const blockquote = Blockquote.configure({ HTMLAttributes: { class: 'blockquote' } })
export const horizontalRule = HorizontalRule
