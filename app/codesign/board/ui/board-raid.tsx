import { useState } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage } from '../board-page.server.ts'
import { ActButton, ActForm } from './act-form.tsx'

type Since = BoardPage['moments'][number]
type People = BoardPage['participants']

/** Cards from which somebody may look like a raider; 0: everybody who came in. */
const manyCards = [0, 3, 5, 10]

/** The one act that contains a raid, for each code somebody came in by. */
export function Raid({ board: { moments, participants } }: { board: BoardPage }) {
  const { t } = useI18n()
  const used = moments.filter(({ everybody }) => everybody > 0)
  if (used.length === 0) return null
  return (
    <details>
      <summary>{t('codesign.board.care.raid')}</summary>
      <p>{t('codesign.board.care.raidHow')}</p>
      {used.map((since) => (
        <ContainRaid key={since.codeId} since={since} people={participants.filter(({ codeId }) => codeId === since.codeId)} />
      ))}
    </details>
  )
}

type Choice = { key: string; order: number; label: string }

/** From when on: as many minutes ago, from one person on, or ever. Moments move while the board is open: keys stay. */
function useChoices({ code, moments, everybody }: Since, people: People): Choice[] {
  const { t } = useI18n()
  return [
    ...moments.map(({ minutes, since, people: n }) => {
      return { key: `minutes-${minutes}`, order: since, label: t('codesign.board.care.sinceMinutes', { minutes, n }) }
    }),
    ...people.slice(0, 200).map(({ order, pseudonym }, index) => {
      return { key: `person-${order}`, order, label: t('codesign.board.care.sincePerson', { who: pseudonym, n: index + 1 }) }
    }),
    { key: `all-${code}`, order: 0, label: t('codesign.board.care.sinceAll', { n: everybody }) },
  ]
}

/** Whom it will stop is said before it does: those to be left in peace are ticked there. */
function ContainRaid({ since, people }: { since: Since; people: People }) {
  const { t } = useI18n()
  const choices = useChoices(since, people)
  const [chosen, setChosen] = useState(choices[0]?.key)
  const [cards, setCards] = useState(0)
  const order = (choices.find(({ key }) => key === chosen) ?? choices[0])?.order ?? 0
  return (
    <ActForm className="stack">
      <input type="hidden" name="id" value={since.codeId} />
      <label className="d-block">
        {t('codesign.board.care.since', { code: since.code })}
        <select className="form-select" name="since" onChange={(event) => setChosen(event.target.selectedOptions[0]?.dataset.key)}>
          {choices.map(({ key, order: value, label }) => (
            <option key={key} data-key={key} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="d-block">
        {t('codesign.board.care.whoPosted')}
        <select className="form-select" name="cards" onChange={(event) => setCards(Number(event.target.value))}>
          {manyCards.map((n) => (
            <option key={n} value={n}>
              {n === 0 ? t('codesign.board.care.whoPostedAny') : t('codesign.board.care.whoPostedMany', { n })}
            </option>
          ))}
        </select>
      </label>
      <Stopped people={stoppedOf(people, order, cards)} />
      <ActButton intent="contain" label={t('codesign.board.care.contain')} danger />
    </ActForm>
  )
}

const stoppedOf = (people: People, order: number, cards: number) => people.filter((one) => one.order >= order && one.cards >= cards)

function Stopped({ people }: { people: People }) {
  const { t } = useI18n()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const stopped = people.filter(({ id }) => !kept.has(id))
  const keep = (id: string, yes: boolean) => setKept((now) => new Set(yes ? [...now, id] : [...now].filter((one) => one !== id)))
  return (
    <>
      <p role="status" className="mb-0">
        {t('codesign.board.care.raidWho', { n: stopped.length, cards: stopped.reduce((sum, { cards }) => sum + cards, 0) })}
      </p>
      <details>
        <summary>{t('codesign.board.care.raidKeep')}</summary>
        <ul className="plain raid-people">
          {people.map(({ id, pseudonym, cards }) => (
            <li key={id}>
              <label>
                <input type="checkbox" name="keep" value={id} checked={kept.has(id)} onChange={(event) => keep(id, event.target.checked)} />{' '}
                <bdi>{pseudonym}</bdi> {t('codesign.board.care.raidCards', { n: cards })}
              </label>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
