import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage, Target } from '../board-page.server.ts'
import type { BoardCard } from '../read-board.server.ts'
import { Act, ActButton, ActForm } from './act-form.tsx'
import { useCardWords } from './card-words.ts'
import { MergedCards } from './merged-cards.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { TargetSelect } from './target-select.tsx'
import { LanguageSelect } from './scribe-form.tsx'

/** Everything one may do with one card: translate, say what became of it, and take care of its author. */
export function CardPanel({ card, board, back }: { card: BoardCard; board: BoardPage; back: string }) {
  const { t, lang, href } = useI18n()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [card.id])
  const said = useCardWords(board)(card)
  const fields = { card: card.id }
  return (
    <section className="card-box board-panel" aria-labelledby="scheda">
      <h2 id="scheda" tabIndex={-1} ref={heading}>
        {t('codesign.board.card.title')}
      </h2>
      <blockquote lang={said.lang} dir={dirOf(said.lang)}>
        <p className="mb-0">{said.words}</p>
      </blockquote>
      <div className="row-wrap">
        {card.state === 'shown' ? (
          <Act intent="hide" label={t('codesign.board.cards.hide')} fields={fields} />
        ) : (
          <Act intent="show" label={t('codesign.board.cards.show')} fields={fields} primary />
        )}
        <Act
          intent={card.marked ? 'unmark' : 'mark'}
          label={t(card.marked ? 'codesign.board.cards.unmark' : 'codesign.board.cards.mark')}
          fields={fields}
        />
        <Link className="btn btn-outline-primary btn-sm" to={back} preventScrollReset>
          {t('codesign.board.card.close')}
        </Link>
      </div>
      <MergedCards card={card} board={board} />
      {card.voice && (
        <ActForm className="stack" key={`v${card.id}`}>
          <h3>{t('codesign.board.card.voice')}</h3>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- its words are written in the field below: that is what this form is for */}
          <audio controls preload="none" src={href(`/scrivania/voci/${card.id}`)} aria-label={t('codesign.board.card.voice')} />
          <input type="hidden" name="card" value={card.id} />
          <LanguageSelect initial={card.lang} />
          <label className="d-block">
            {t('codesign.board.card.transcript')}
            <textarea className="form-control" name="body" rows={3} maxLength={3000} dir="auto" defaultValue={card.body} />
          </label>
          <p className="hint mb-0">{t('codesign.board.card.voiceHint')}</p>
          <ActButton intent="transcribe" label={t('codesign.board.card.saveTranscript')} primary />
        </ActForm>
      )}
      <ActForm className="stack" key={`t${card.id}`}>
        <h3>{t('codesign.board.card.translate')}</h3>
        <input type="hidden" name="card" value={card.id} />
        <LanguageSelect initial={card.lang === 'it' ? lang : 'it'} />
        <label className="d-block">
          {t('codesign.board.card.translation')}
          <textarea className="form-control" name="body" rows={2} maxLength={3000} dir="auto" defaultValue={card.translation ?? ''} />
        </label>
        <ActButton intent="translate" label={t('codesign.board.card.saveTranslation')} />
      </ActForm>
      <OutcomeForm card={card} />
      {board.targets.length > 0 && <PlaceForm card={card} targets={board.targets} />}
      {card.authorId && (
        <div>
          <h3>{t('codesign.board.card.author')}</h3>
          <p>
            <bdi>{card.author}</bdi>
          </p>
          <div className="row-wrap">
            <Act
              intent={card.blocked ? 'unblock' : 'block'}
              label={t(card.blocked ? 'codesign.board.care.unblock' : 'codesign.board.care.block')}
              fields={{ participant: card.authorId }}
            />
            <Act intent="hide-all" label={t('codesign.board.care.hideAll')} fields={{ participant: card.authorId }} danger />
          </div>
        </div>
      )}
    </section>
  )
}

/** Puts the idea into a text: as it was said, or in other words. The author stays known to the ledger. */
function PlaceForm({ card, targets }: { card: BoardCard; targets: Target[] }) {
  const { t } = useI18n()
  return (
    <ActForm className="stack" key={`p${card.id}`}>
      <h3>{t('codesign.board.place.title')}</h3>
      <input type="hidden" name="card" value={card.id} />
      <TargetSelect targets={targets} />
      <label className="d-block">
        {t('codesign.board.place.wording')}
        <textarea className="form-control" name="body" rows={2} maxLength={3000} dir="auto" aria-describedby="place-hint" />
      </label>
      <p className="hint mb-0" id="place-hint">
        {t('codesign.board.place.hint')}
      </p>
      <ActButton intent="place" label={t('codesign.board.place.do')} primary />
    </ActForm>
  )
}
