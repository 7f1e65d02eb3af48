import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { headingTag } from './reading-context.ts'
import type { DiffBlock, DiffPart } from '../reading/diff-texts.ts'

type Props = {
  blocks: readonly DiffBlock[]
  lang: string
  /** Added to every heading level: 0 below a page's h1, 1 below an h2. */
  headingOffset?: number
}

/** Two texts compared: `ins` and `del` with words for those who do not see colour or strike-through. */
export function EditionDiff({ blocks, lang, headingOffset = 0 }: Props) {
  const { t } = useI18n()
  if (blocks.every((block) => block.op === 'same')) return <p>{t('documents.diff.same')}</p>
  return (
    <div className="edition-diff" lang={lang} dir={dirOf(lang)}>
      {blocks.map((block, index) => {
        const Block = block.level === undefined ? 'p' : headingTag(block.level + headingOffset)
        return (
          <Block key={index} className={`diff-block diff-${block.op}`} data-kind={block.kind}>
            {block.parts.map((part, at) => (
              <Part key={at} part={part} />
            ))}
          </Block>
        )
      })}
    </div>
  )
}

function Part({ part }: { part: DiffPart }) {
  const { t, lang } = useI18n()
  if (part.op === 'same') return part.text
  const Change = part.op === 'added' ? 'ins' : 'del'
  return (
    <Change>
      <span className="visually-hidden" lang={lang}>{`[${t(`documents.diff.${part.op}`)}] `}</span>
      {part.text}
    </Change>
  )
}
