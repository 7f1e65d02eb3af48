import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage } from '../board-page.server.ts'
import type { BoardCard } from '../read-board.server.ts'
import { Act } from './act-form.tsx'
import { useCardWords } from './card-words.ts'

/** The cards merged into this one, each as it was said and by whom, and taking it apart again. */
export function MergedCards({ card, board }: { card: BoardCard; board: BoardPage }) {
  const { t } = useI18n()
  const wordsOf = useCardWords(board)
  const merged = board.cards.filter(({ mergedInto }) => mergedInto === card.id)
  if (merged.length === 0) return null
  return (
    <div>
      <h3>{t('codesign.board.cards.mergedHere', { n: merged.length })}</h3>
      <ul className="plain stack">
        {merged.map((one) => {
          const { words, lang } = wordsOf(one)
          return (
            <li key={one.id}>
              <p className="mb-0" lang={lang} dir={dirOf(lang)}>
                {words}
              </p>
              <p className="small muted mb-0">
                <bdi>
                  {one.saidBy ? t('codesign.board.cards.saidBy', { who: one.saidBy }) : (one.author ?? t('codesign.board.cards.left'))}
                </bdi>
              </p>
              <Act
                intent="separate"
                label={t('codesign.board.card.separate')}
                about={words.slice(0, 60)}
                aboutLang={lang}
                fields={{ card: one.id }}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
