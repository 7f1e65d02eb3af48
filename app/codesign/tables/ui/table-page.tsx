import { inLang, useSpeech } from '../../join/ui/speech.tsx'
import { isBlank } from '#app/documents/schema/content.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import { ReadingView } from '#app/documents/ui/reading-view.tsx'
import { tableEditorUrl } from './table-editor-url.ts'
import type { TableWords } from './table-words.ts'

type TableChoice = { id: string; title: string; seats: number; lang: string }
export type TablePageProps = {
  name: string
  /** The table they sit at; undefined: they choose one. */
  table:
    | { id: string; title: string; prompt: string; lang: string; liveName: string; content: DocJson; epoch: number; writes: boolean }
    | undefined
  choices: TableChoice[]
  problem: string | undefined
  typed: string | undefined
}

/** A participant's table: what it is asked, its text to write together, the plain form where no script runs. */
export function TablePage({ name, table, choices, problem, typed }: TablePageProps) {
  const { say, lang } = useSpeech()
  if (!table) return <ChooseTable choices={choices} />
  return (
    <>
      <h1 {...inLang(table.lang, lang)}>{table.title}</h1>
      {table.prompt !== '' && (
        <p className="g-question" {...inLang(table.lang, lang)}>
          {table.prompt}
        </p>
      )}
      <p className="g-small">{say('table.together', { name })}</p>
      {table.writes ? <LiveTable table={table} name={name} /> : <Closed />}
      {!isBlank(table.content.content) && (
        <div className="g-paper reading" lang={table.lang} dir="auto" data-still>
          <ReadingView content={table.content} lang={table.lang} sectionTitle={(key) => key} sourceAnchor={() => undefined} />
        </div>
      )}
      {table.writes && <LineForm problem={problem} typed={typed} />}
      {choices.length > 1 && <ChooseTable choices={choices} current={table.id} />}
      {table.writes && <script type="module" src={tableEditorUrl} />}
    </>
  )
}

function Closed() {
  const { say } = useSpeech()
  return (
    <div className="g-note" role="status" data-closed-table>
      {say('table.closed')}
    </div>
  )
}

function LiveTable({ table, name }: { table: NonNullable<TablePageProps['table']>; name: string }) {
  const { say } = useSpeech()
  const words: TableWords = {
    saving: say('table.saving'),
    saved: say('table.saved', { time: '{time}' }),
    offline: say('table.offline'),
    failing: say('table.failing'),
    closed: say('table.closed'),
  }
  return (
    <div
      className="g-table"
      data-live-table
      data-name={table.liveName}
      data-epoch={table.epoch}
      data-person={name}
      data-label={say('table.write')}
      data-lang={table.lang}
      data-words={JSON.stringify(words)}
    >
      <p className="g-save" role="status" data-save="connecting" />
      <div className="g-tools" role="group" aria-label={say('table.tools')}>
        {(['bold', 'list', 'undo'] as const).map((act) => (
          <button key={act} type="button" className="g-button g-plain" data-do={act} aria-pressed={act === 'undo' ? undefined : false}>
            {say(`table.${act}`)}
          </button>
        ))}
      </div>
      <div className="g-paper" data-paper />
    </div>
  )
}

/** Works without JavaScript: one line at a time goes to the end of the table's text. */
function LineForm({ problem, typed }: { problem: string | undefined; typed: string | undefined }) {
  const { say } = useSpeech()
  return (
    <form method="post" className="g-box" data-plain>
      <div className="g-field">
        <label htmlFor="line">{say('table.line')}</label>
        {problem && (
          <p id="line-problem" className="g-error">
            {problem}
          </p>
        )}
        <textarea
          id="line"
          name="line"
          className="g-input"
          rows={3}
          maxLength={2_000}
          dir="auto"
          required
          defaultValue={typed}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'line-problem' : undefined}
        />
      </div>
      <button type="submit" name="intent" value="line" className="g-button">
        {say('table.add')}
      </button>
    </form>
  )
}

function ChooseTable({ choices, current }: { choices: TableChoice[]; current?: string }) {
  const { say, lang } = useSpeech()
  return (
    <section className={current ? 'g-box' : undefined}>
      {current ? <h2>{say('table.other')}</h2> : <h1>{say('table.choose')}</h1>}
      {choices.length === 0 && <p className="g-note">{say('table.none')}</p>}
      <form method="post">
        {!current && choices.length > 0 && (
          <p>
            <button type="submit" name="intent" value="any" className="g-button g-big">
              {say('table.any')}
            </button>
          </p>
        )}
        <ul className="g-seats">
          {choices
            .filter(({ id }) => id !== current)
            .map((choice) => (
              <li key={choice.id}>
                <button type="submit" name="seat" value={choice.id} className="g-button g-plain">
                  <span {...inLang(choice.lang, lang)}>{choice.title}</span>
                </button>{' '}
                <span className="g-small">{say('table.seats', { n: choice.seats })}</span>
              </li>
            ))}
        </ul>
      </form>
    </section>
  )
}
