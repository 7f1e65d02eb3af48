import { Fragment, type ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { MarkJson, NodeJson } from '../schema/json.ts'
import { safeHref } from '../schema/urls.ts'
import { useReading } from './reading-context.ts'

/** Text, references and citations inside a block. */
export function InlineNodes({ nodes }: { nodes: readonly NodeJson[] }): ReactNode {
  return nodes.map((node, index) => (
    <Fragment key={index}>
      <InlineNode node={node} />
    </Fragment>
  ))
}

function InlineNode({ node }: { node: NodeJson }): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node.text, node.marks ?? [])
    case 'hardBreak':
      return <br />
    case 'citation':
      return <Citation node={node} />
    case 'sourceRef':
      return <SourceReference reference={node.attrs?.key} />
    default:
      return null
  }
}

/** First mark outermost, as the schema orders them. */
function marked(text: ReactNode, marks: readonly MarkJson[]): ReactNode {
  return marks.toReversed().reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'link': {
        const href = typeof mark.attrs?.href === 'string' ? safeHref(mark.attrs.href) : undefined
        return href === undefined ? inner : <a href={href}>{inner}</a>
      }
      case 'bold':
        return <strong>{inner}</strong>
      case 'italic':
        return <em>{inner}</em>
      case 'code':
        return <code>{inner}</code>
      case 'strike':
        return <s>{inner}</s>
      case 'insertion':
        return <ins>{inner}</ins>
      case 'deletion':
        return <del>{inner}</del>
      case 'contribution':
        return (
          <span className="contributed" id={typeof mark.attrs?.id === 'string' ? `contributo-${mark.attrs.id}` : undefined}>
            {inner}
          </span>
        )
      default:
        return inner
    }
  }, text)
}

function Citation({ node }: { node: NodeJson }) {
  const { resolve } = useReading()
  const cited = typeof node.attrs?.id === 'string' ? resolve(node.attrs.id) : undefined
  const label = String(node.attrs?.label || cited?.title || '')
  if (!cited) return <cite className="citation">{label}</cite>
  return (
    <a className="citation" href={cited.url} data-type={cited.type}>
      {label}
    </a>
  )
}

function SourceReference({ reference }: { reference: unknown }) {
  const { t } = useI18n()
  const { sourceAnchor } = useReading()
  if (typeof reference !== 'string') return null
  const number = reference.replace(/^s/, '')
  const anchor = sourceAnchor(reference)
  if (anchor === undefined) return <sup className="source-ref">{number}</sup>
  return (
    <sup className="source-ref">
      <a href={anchor} aria-label={t('documents.source', { number })}>
        {number}
      </a>
    </sup>
  )
}
