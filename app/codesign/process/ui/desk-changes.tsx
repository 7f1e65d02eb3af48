import { Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import type { DeskProcessData } from '../desk-page.queries.server.ts'
import { type DeskPart, filled, SaveButton, ToReview, useLabelIn } from './desk-forms.tsx'

type Change = DeskProcessData['changes'][number]

/** What changed because of people's words. */
export function DeskChanges(part: DeskPart) {
  const { t, date } = useI18n()
  return (
    <section>
      <h2>{t('codesign.process.changes')}</h2>
      <ul className="plain stack">
        {part.data.changes.map((change) => {
          const body = (change.texts.find(({ lang }) => lang === part.words) ?? change.texts[0])?.body ?? ''
          return (
            <li key={change.id} className="card-box">
              <p className="mb-0">
                <strong>{date(change.happenedOn)}</strong> <span dir="auto">{body}</span>
              </p>
              <details open={part.refused?.form === `change:${change.id}`}>
                <summary>{t('codesign.desk.change', { what: date(change.happenedOn) })}</summary>
                <ChangeForm {...part} change={change} />
                <PostButton
                  intent="remove-change"
                  label={t('codesign.desk.remove')}
                  about={date(change.happenedOn)}
                  fields={{ id: change.id }}
                />
              </details>
            </li>
          )
        })}
      </ul>
      <details open={part.refused?.form === 'change'}>
        <summary>{t('codesign.desk.addChange')}</summary>
        <ChangeForm {...part} />
      </details>
    </section>
  )
}

function ChangeForm({ words, refused, change }: DeskPart & { change?: Change }) {
  const { t } = useI18n()
  const labelIn = useLabelIn(words)
  const id = change?.id ?? ''
  const text = change?.texts.find(({ lang }) => lang === words)
  const stored = { body: text?.body ?? '', happened_on: change?.happenedOn ?? '', url: change?.url ?? '' }
  const { values, errors } = filled(refused, id === '' ? 'change' : `change:${id}`, stored)
  const field = (name: string) => ({ name, id: `f-change-${name}-${id || 'new'}`, defaultValue: values[name], error: errors[name] })
  return (
    <form method="post">
      <ToReview when={text?.toReview} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="lang" value={words} />
      <TextArea {...field('body')} label={labelIn(t('codesign.desk.whatChanged'))} lang={words} required maxLength={500} />
      <Field {...field('happened_on')} label={t('codesign.desk.day')} type="date" required />
      <Field {...field('url')} label={t('codesign.desk.link')} type="url" />
      <SaveButton intent="change" label={t('codesign.desk.save')} about={t('codesign.process.changes')} />
    </form>
  )
}
