import { useFetcher } from '@remix-run/react'
import type { DragEvent } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage } from '../board-page.server.ts'
import type { BoardCard } from '../read-board.server.ts'
import { ActButton, ActForm } from './act-form.tsx'
import { BoardCardItem } from './board-card.tsx'
import { useCardWords } from './card-words.ts'
import { ScribeForm } from './scribe-form.tsx'

const carried = (event: DragEvent) => event.dataTransfer.getData('text/plain')

/** Answers to the question one looks at, as cards in groups; chosen with boxes and acted on with buttons, or dragged. */
export function BoardCards({ board, here }: { board: BoardPage; here: string }) {
  const { t } = useI18n()
  const fetcher = useFetcher()
  const wordsOf = useCardWords(board)
  const { groups, promptId } = board
  const cards = board.cards.filter(({ state }) => state !== 'hidden')
  const hidden = board.cards.filter(({ state }) => state === 'hidden')
  const drop = (fields: Record<string, string | string[]>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
    fetcher.submit(form, { method: 'post' })
  }
  const item = (card: BoardCard) => (
    <BoardCardItem
      key={card.id}
      card={card}
      merged={board.cards.filter(({ mergedInto }) => mergedInto === card.id)}
      said={wordsOf(card)}
      href={`${here}?domanda=${promptId ?? ''}&scheda=${card.id}`}
      onDrop={(id) => drop({ intent: 'merge', card: [card.id, id] })}
    />
  )
  // A card whose first one was taken back by its author stands for itself, or nobody would see it any more.
  const isMerged = ({ mergedInto }: BoardCard) => board.cards.some(({ id }) => id === mergedInto)
  const columns = [{ id: '', title: t('codesign.board.cards.loose') }, ...groups]
  return (
    <section aria-labelledby="schede">
      <h2 id="schede">{t('codesign.board.cards.title', { n: cards.length })}</h2>
      <ActForm className="stack" label={t('codesign.board.cards.form')}>
        <Toolbar groups={groups} />
        <div aria-live="polite" className="visually-hidden">
          {t('codesign.board.cards.title', { n: cards.length })}
        </div>
        {columns.map((column) => {
          const inside = cards.filter((card) => (card.groupId ?? '') === column.id && !isMerged(card))
          if (inside.length === 0 && column.id === '') return null
          return (
            <section
              key={column.id}
              className="board-group"
              aria-label={column.title}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                const card = carried(event)
                if (card) drop({ intent: 'group', card, id: column.id })
              }}
            >
              <h3 dir="auto">{column.title}</h3>
              <ul className="plain board-cards">{inside.map(item)}</ul>
            </section>
          )
        })}
        {hidden.length > 0 && (
          <details className="board-group">
            <summary>{t('codesign.board.cards.hiddenOnes', { n: hidden.length })}</summary>
            <ul className="plain board-cards">{hidden.map(item)}</ul>
          </details>
        )}
      </ActForm>
      {promptId && <ScribeForm promptId={promptId} />}
    </section>
  )
}

function Toolbar({ groups }: Pick<BoardPage, 'groups'>) {
  const { t } = useI18n()
  return (
    <div className="board-tools row-wrap" role="group" aria-label={t('codesign.board.cards.tools')}>
      <ActButton intent="show" label={t('codesign.board.cards.show')} />
      <ActButton intent="hide" label={t('codesign.board.cards.hide')} />
      <ActButton intent="mark" label={t('codesign.board.cards.mark')} />
      <ActButton intent="unmark" label={t('codesign.board.cards.unmark')} />
      <ActButton intent="merge" label={t('codesign.board.cards.merge')} />
      <span className="row-wrap">
        <label>
          <span className="visually-hidden">{t('codesign.board.cards.group')}</span>
          <select name="id" className="form-select">
            <option value="">{t('codesign.board.cards.noGroup')}</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id} dir="auto">
                {group.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="visually-hidden">{t('codesign.board.cards.newGroup')}</span>
          <input className="form-control" name="title" maxLength={120} dir="auto" placeholder={t('codesign.board.cards.newGroup')} />
        </label>
        <ActButton intent="group" label={t('codesign.board.cards.groupThem')} />
      </span>
    </div>
  )
}
