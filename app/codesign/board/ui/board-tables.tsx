import { dirOf } from '#app/shared/languages.ts'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage, Target } from '../board-page.server.ts'
import { Act, ActButton, ActForm } from './act-form.tsx'
import { TargetSelect } from './target-select.tsx'

/** Who is where: tables with their people now, silent ones said in words, and moving somebody. */
export function BoardTables({ board }: { board: BoardPage }) {
  const { t, lang, href } = useI18n()
  const { tables, participants } = board
  const active = participants.filter(({ blocked }) => !blocked)
  return (
    <section className="card-box" aria-labelledby="tavoli">
      <h2 id="tavoli">{t('codesign.board.tables.title')}</h2>
      <p>{t('codesign.board.tables.people', { n: active.length })}</p>
      {tables.length === 0 && <p className="muted">{t('codesign.board.tables.none')}</p>}
      <ul className="plain stack">
        {tables.map((table) => (
          <li key={table.id}>
            <div>
              <a href={href(`/scrivania/testi/${table.documentId}.${table.lang}`)} {...languageOfContent(table.lang, lang)}>
                {table.title}
              </a>{' '}
              {table.silent && <strong className="tag tag-example">{t('codesign.board.tables.silent')}</strong>}
              {table.locked && <span className="tag">{t('codesign.board.locked')}</span>}{' '}
              <Act
                intent={table.locked ? 'unlock-table' : 'lock-table'}
                label={t(table.locked ? 'codesign.board.tables.unlock' : 'codesign.board.tables.lock')}
                about={table.title}
                aboutLang={table.lang}
                fields={{ id: table.id }}
              />
            </div>
            <p className="small mb-0">
              {!table.known
                ? t('codesign.board.tables.unknown')
                : table.people.length === 0
                  ? t('codesign.board.tables.empty')
                  : table.people.map(({ name }) => name).join(', ')}
            </p>
            {table.placed ? (
              <p className="small mb-0">{t('codesign.board.tables.placed')}</p>
            ) : (
              board.targets.length > 0 && <PlaceTable table={table} targets={board.targets} />
            )}
            {table.known && (
              <p className="small muted mb-0">{t(table.saving ? 'codesign.board.tables.saving' : 'codesign.board.tables.saved')}</p>
            )}
          </li>
        ))}
      </ul>
      {tables.length > 0 && active.length > 0 && (
        <ActForm className="stack">
          <label className="d-block">
            {t('codesign.board.tables.who')}
            <select className="form-select" name="participant">
              {active.map(({ id, pseudonym, displayName }) => (
                <option key={id} value={id} dir="auto">
                  {displayName ?? pseudonym}
                </option>
              ))}
            </select>
          </label>
          <label className="d-block">
            {t('codesign.board.tables.where')}
            <select className="form-select" name="id">
              <option value="">{t('codesign.board.tables.nowhere')}</option>
              {tables.map((table) => (
                <option key={table.id} value={table.id} {...languageOfContent(table.lang, lang)}>
                  {table.title}
                </option>
              ))}
            </select>
          </label>
          <ActButton intent="move" label={t('codesign.board.tables.move')} />
        </ActForm>
      )}
      <NewTables />
    </section>
  )
}

/** Moves the table's whole text to the end of another one; who wrote it stays known to the ledger. */
function PlaceTable({ table, targets }: { table: BoardPage['tables'][number]; targets: Target[] }) {
  const { t } = useI18n()
  return (
    <details>
      <summary>
        {t('codesign.board.tables.place')}
        <span className="visually-hidden" lang={table.lang} dir={dirOf(table.lang)}>
          {' '}
          {table.title}
        </span>
      </summary>
      <ActForm className="stack">
        <input type="hidden" name="id" value={table.id} />
        <TargetSelect targets={targets} />
        <p className="hint mb-0">{t('codesign.board.tables.placeHint')}</p>
        <ActButton intent="place-table" label={t('codesign.board.tables.placeDo')} about={table.title} aboutLang={table.lang} />
      </ActForm>
    </details>
  )
}

/** Sets up tables: how many, what they are called, what they are asked. */
function NewTables() {
  const { t } = useI18n()
  return (
    <details>
      <summary>{t('codesign.board.tables.add')}</summary>
      <ActForm className="stack">
        <label className="d-block">
          {t('codesign.board.tables.count')}
          <input className="form-control" type="number" name="count" min={1} max={60} defaultValue={5} required />
        </label>
        <label className="d-block">
          {t('codesign.board.tables.name')}
          <input className="form-control" name="title" maxLength={100} required defaultValue={t('codesign.board.tables.defaultName')} />
        </label>
        <label className="d-block">
          {t('codesign.board.tables.prompt')}
          <textarea className="form-control" name="body" rows={2} maxLength={1000} />
        </label>
        <ActButton intent="tables" label={t('codesign.board.tables.create')} />
      </ActForm>
    </details>
  )
}
