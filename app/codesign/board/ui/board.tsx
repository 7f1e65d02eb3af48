import { Alert } from '#app/shared/ui/alert.tsx'
import { Bilingual } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { pick } from '#app/shared/languages.ts'
import type { BoardPage } from '../board-page.server.ts'
import type { BoardRefusal } from '../change-board.server.ts'
import { BoardCards } from './board-cards.tsx'
import { BoardCare } from './board-care.tsx'
import { BoardCode } from './board-code.tsx'
import { BoardPace } from './board-pace.tsx'
import { BoardPrompts } from './board-prompts.tsx'
import { BoardTables } from './board-tables.tsx'
import { CardPanel } from './card-panel.tsx'
import { useLive } from './use-live.ts'

type Props = { board: BoardPage; openCard: string | null; refusal: BoardRefusal | undefined }

/** The facilitator's board: what is asked, what comes in, who is there, and what to do when something goes wrong. */
export function Board({ board, openCard, refusal }: Props) {
  const { t, lang, href } = useI18n()
  const { process, meeting } = board
  const here = `/scrivania/percorsi/${process.slug}/incontri/${meeting.id}`
  useLive(href(`${here}/eventi`))
  const title = pick(lang, meeting.title_it, meeting.title_en)
  const open = board.cards.find(({ id }) => id === openCard)
  return (
    <Page
      title={title.text}
      titleLang={title.lang}
      trail={[
        { path: '/scrivania', label: t('shared.desk') },
        { path: '/scrivania/percorsi', label: t('codesign.desk.title') },
        { path: `/scrivania/percorsi/${process.slug}`, label: process.title },
      ]}
      here={t('codesign.board.title')}
    >
      <p className="row-wrap">
        {meeting.closedAt ? (
          <span className="tag">{t('codesign.board.closed')}</span>
        ) : (
          <span className="tag tag-ok">{t('codesign.board.open')}</span>
        )}
        {meeting.locked && <span className="tag tag-example">{t('codesign.board.locked')}</span>}
        <a href={href(`${here}/schermo`)} target="_blank" rel="noreferrer">
          {t('codesign.board.toScreen')}
        </a>
        <a href={href(`${here}/regia?domanda=${board.promptId ?? ''}`)}>{t('codesign.board.refresh')}</a>
      </p>
      {refusal && <Alert kind="danger">{t(`codesign.board.refusal.${refusal}`)}</Alert>}
      {!process.mayRun && <p className="notice">{t('codesign.board.readOnly')}</p>}
      <fieldset className="board" disabled={!process.mayRun}>
        <legend className="visually-hidden">{t('codesign.board.title')}</legend>
        <div className="board-side stack">
          <BoardCode board={board} />
          <BoardPace meeting={meeting} />
          <BoardPrompts board={board} here={`${here}/regia`} />
        </div>
        <div className="board-main stack">
          {open && <CardPanel card={open} board={board} back={href(`${here}/regia?domanda=${board.promptId ?? ''}`)} />}
          <BoardCards board={board} here={`${here}/regia`} />
        </div>
        <div className="board-side stack">
          <BoardTables board={board} />
          <BoardCare board={board} />
        </div>
      </fieldset>
      <p className="small muted">
        <Bilingual it={meeting.title_it} en={meeting.title_en} /> · {t('codesign.board.keepsNothing')}
      </p>
    </Page>
  )
}
