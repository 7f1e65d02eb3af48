import { Alert } from '#app/shared/ui/alert.tsx'
import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { TermRefusal } from '../change-terms.server.ts'
import { type Term, termLists, termName } from '../term.ts'

type Listed = Term & { records: number }
type Props = { terms: Listed[]; saved: boolean; refused: TermRefusal | undefined }

/** The editors' page of managed lists: rename in three languages, add, merge. Plain forms, one change at a time. */
export function TermsView({ terms, saved, refused }: Props) {
  const { t } = useI18n()
  return (
    <Page title={t('themes.title')} lead={t('themes.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {saved && !refused && <Alert kind="success">{t('themes.saved')}</Alert>}
      {refused && <Alert kind="danger">{t(`themes.refused.${refused.reason}`)}</Alert>}
      {termLists.map((list) => (
        <section key={list} aria-labelledby={`list-${list}`}>
          <h2 id={`list-${list}`}>{t(`themes.list.${list}`)}</h2>
          {terms
            .filter((term) => term.list === list)
            .map((term) => (
              <TermPanel
                key={term.id}
                term={term}
                others={terms.filter((other) => other.list === list && other.id !== term.id)}
                typed={typedFor(refused, 'id', term.id)}
              />
            ))}
          <details open={refused?.typed.list === list || undefined} className="term">
            <summary>{t('themes.add')}</summary>
            <form method="post">
              <input type="hidden" name="list" value={list} />
              <Names id={`new-${list}`} typed={refused?.typed.list === list ? refused.typed : {}} />
              <button type="submit" name="act" value="add" className="btn btn-primary">
                {t('themes.add')}
              </button>
            </form>
          </details>
        </section>
      ))}
    </Page>
  )
}

const typedFor = (refused: TermRefusal | undefined, field: string, id: string) => (refused?.typed[field] === id ? refused.typed : undefined)

function TermPanel({ term, others, typed }: { term: Listed; others: Listed[]; typed: Record<string, string> | undefined }) {
  const { t, lang } = useI18n()
  return (
    <details className="term" open={typed !== undefined || undefined}>
      <summary>
        {termName(term, lang)} <span className="muted">({t('themes.records', { n: term.records })})</span>
      </summary>
      <form method="post">
        <input type="hidden" name="id" value={term.id} />
        <Names id={term.id} typed={typed ?? term} />
        <button type="submit" name="act" value="rename" className="btn btn-primary">
          {t('themes.rename')}
        </button>
      </form>
      <form method="post" className="row-wrap">
        <input type="hidden" name="from" value={term.id} />
        <label htmlFor={`into-${term.id}`}>{t('themes.mergeInto')}</label>
        <select id={`into-${term.id}`} name="into" className="form-select sort-select">
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {termName(other, lang)}
            </option>
          ))}
        </select>
        <button type="submit" name="act" value="merge" className="btn btn-outline-primary">
          {t('themes.merge')}
        </button>
      </form>
    </details>
  )
}

function Names({ id, typed }: { id: string; typed: { name_it?: string; name_en?: string; name_ar?: string } }) {
  const { t } = useI18n()
  return (['it', 'en', 'ar'] as const).map((lang) => (
    <Field
      key={lang}
      id={`f-${id}-${lang}`}
      name={`name_${lang}`}
      label={t(`themes.name.${lang}`)}
      lang={lang}
      defaultValue={typed[`name_${lang}`] ?? ''}
      required
      minLength={2}
      maxLength={80}
    />
  ))
}
