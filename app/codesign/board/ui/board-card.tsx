import { Link } from '@remix-run/react'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardCard } from '../read-board.server.ts'

type Props = {
  card: BoardCard
  /** Cards merged into this one. */
  merged: readonly BoardCard[]
  /** What it says, and in which language. */
  said: { words: string; lang: string }
  /** Where its panel opens, without the language. */
  href: string
  onDrop: (cardId: string) => void
}

/** One answer: original and translation, who by, where it stands. */
export function BoardCardItem({ card, merged, said, href, onDrop }: Props) {
  const { t, href: inLang } = useI18n()
  return (
    <li
      className={`board-card${card.state === 'shown' ? '' : ' board-card-off'}${card.marked ? ' board-card-marked' : ''}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const other = event.dataTransfer.getData('text/plain')
        if (other && other !== card.id) onDrop(other)
      }}
    >
      <label className="check">
        <input type="checkbox" name="card" value={card.id} />
        <span lang={said.lang} dir={dirOf(said.lang)}>
          {said.words}
        </span>
      </label>
      {card.translation && card.translation !== card.body && (
        <p className="small mb-0" lang={card.translationLang ?? undefined} dir={dirOf(card.translationLang ?? 'it')}>
          {card.translation}
        </p>
      )}
      <p className="row-wrap small mb-0">
        <bdi className="muted">
          {card.saidBy ? t('codesign.board.cards.saidBy', { who: card.saidBy }) : (card.author ?? t('codesign.board.cards.left'))}
        </bdi>
        {card.state === 'held' && (
          <strong className="tag tag-example">{t(`codesign.board.cards.held.${card.heldReason === 'link' ? 'link' : 'first'}`)}</strong>
        )}
        {card.state === 'hidden' && <strong className="tag">{t('codesign.board.cards.hidden')}</strong>}
        {card.marked && <span className="tag">{t('codesign.board.cards.marked')}</span>}
        {card.outcome && <span className="tag tag-ok">{t(`codesign.board.outcome.${card.outcome}`)}</span>}
        {merged.length > 0 && <span>{t('codesign.board.cards.mergedHere', { n: merged.length })}</span>}
        <Link to={inLang(href)} preventScrollReset>
          {t('codesign.board.cards.open')}
          <span className="visually-hidden" lang={said.lang} dir={dirOf(said.lang)}>
            {' '}
            {said.words.slice(0, 60)}
          </span>
        </Link>
      </p>
    </li>
  )
}
