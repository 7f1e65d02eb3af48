import type { ReactNode } from 'react'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { headingIds } from '../reading/outline-of.ts'
import { isBlank } from '../schema/content.ts'
import type { NodeJson } from '../schema/json.ts'
import { checks } from '../schema/values.ts'
import { headingTag, languageOf, ReadingContext, type Resolve, useReading } from './reading-context.ts'
import { InlineNodes } from './reading-inline.tsx'
import { TableView } from './reading-table.tsx'

export type { Resolve } from './reading-context.ts'

type ReadingViewProps = {
  /** A document, or the blocks of one section. */
  content: NodeJson | readonly NodeJson[]
  /** Language the text is in; also sets its direction. */
  lang: string
  /** Where citations lead; those it does not know keep their words without a link. */
  resolve?: Resolve
  /** Added to every heading level: 0 below a page's h1, 1 below an h2. */
  headingOffset?: number
  /** Anchor of a source in the page's list; default `#fonte-s1`. */
  sourceAnchor?: (key: string) => string | undefined
  /** With it, sections get their heading and an anchor, and blank ones are left out. */
  sectionTitle?: (key: string) => string
}

/**
 * The one renderer of texts: page, print, preview and export. Plain server-rendered elements; nothing in the stored
 * JSON becomes HTML by itself, and links and images pass the schema's allow-lists again.
 */
export function ReadingView({
  content,
  lang,
  resolve = () => undefined,
  headingOffset = 0,
  sourceAnchor = (key) => `#fonte-${key}`,
  sectionTitle,
}: ReadingViewProps) {
  const { lang: page } = useI18n()
  const nodes = Array.isArray(content) ? (content as readonly NodeJson[]) : ((content as NodeJson).content ?? [])
  const reading = {
    ids: headingIds(nodes),
    offset: headingOffset,
    top: 2,
    resolve,
    sourceAnchor,
    pageWords: page === lang ? {} : { lang: page, dir: dirOf(page) },
  }
  return (
    <ReadingContext.Provider value={reading}>
      <div className="reading" lang={lang} dir={dirOf(lang)}>
        {nodes.map((node, index) =>
          node.type === 'section' && sectionTitle ? (
            <SectionView key={index} node={node} title={sectionTitle} />
          ) : (
            <Block key={index} node={node} />
          ),
        )}
      </div>
    </ReadingContext.Provider>
  )
}

function SectionView({ node, title }: { node: NodeJson; title: (key: string) => string }) {
  const reading = useReading()
  const name = String(node.attrs?.key ?? '')
  if (name === '' || isBlank(node.content ?? [])) return null
  const Heading = headingTag(2 + reading.offset)
  return (
    <section id={name} aria-labelledby={`${name}-titolo`}>
      <Heading id={`${name}-titolo`} {...reading.pageWords}>
        {title(name)}
      </Heading>
      <ReadingContext.Provider value={{ ...reading, top: 3 }}>
        <Blocks nodes={node.content} />
      </ReadingContext.Provider>
    </section>
  )
}

function Blocks({ nodes }: { nodes: readonly NodeJson[] | undefined }): ReactNode {
  return nodes?.map((node, index) => <Block key={index} node={node} />)
}

function Block({ node }: { node: NodeJson }): ReactNode {
  const { ids, offset, top } = useReading()
  const language = languageOf(node)
  const { content = [] } = node
  switch (node.type) {
    case 'paragraph':
      return content.length === 0 ? null : (
        <p {...language}>
          <InlineNodes nodes={content} />
        </p>
      )
    case 'heading': {
      const Heading = headingTag(Math.max(top, Number(node.attrs?.level ?? 2)) + offset)
      return (
        <Heading id={ids.get(node)} {...language}>
          <InlineNodes nodes={content} />
        </Heading>
      )
    }
    case 'bulletList':
      return <ul {...language}>{content.map(listItem)}</ul>
    case 'orderedList':
      return (
        <ol {...language} start={Number(node.attrs?.start ?? 1)}>
          {content.map(listItem)}
        </ol>
      )
    case 'blockquote':
      return (
        <blockquote className="blockquote" {...language}>
          <Blocks nodes={content} />
        </blockquote>
      )
    case 'callout':
      return <Callout node={node} />
    case 'horizontalRule':
      return <hr />
    case 'image':
      return <Picture node={node} />
    case 'table':
      return <TableView node={node} cell={(blocks) => <Blocks nodes={blocks} />} />
    case 'section':
      return <Blocks nodes={content} />
    default:
      return null
  }
}

const listItem = (item: NodeJson, index: number) => {
  const [first, ...rest] = item.content ?? []
  return (
    <li key={index} {...languageOf(item)}>
      {first?.type === 'paragraph' ? <InlineNodes nodes={first.content ?? []} /> : first && <Block node={first} />}
      <Blocks nodes={rest} />
    </li>
  )
}

function Callout({ node }: { node: NodeJson }) {
  const { t } = useI18n()
  const { pageWords } = useReading()
  const { kind } = node.attrs ?? {}
  const known = kind === 'warning' || kind === 'example' ? kind : 'info'
  return (
    <div className={`callout callout-${known}`} role="note" {...languageOf(node)}>
      <div className="callout-title" {...pageWords}>
        {t(`documents.callout.${known}`)}
      </div>
      <Blocks nodes={node.content} />
    </div>
  )
}

function Picture({ node }: { node: NodeJson }) {
  const { src, alt, decorative, width, height } = node.attrs ?? {}
  if (!checks.imageSource(src)) return null
  const size = typeof width === 'number' && typeof height === 'number' ? { width, height } : {}
  return (
    <figure className="figure">
      <img
        className="figure-img img-fluid"
        src={src as string}
        alt={decorative === true ? '' : String(alt ?? '')}
        loading="lazy"
        {...size}
      />
    </figure>
  )
}
