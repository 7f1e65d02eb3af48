import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { type DeskPart, filled, SaveButton } from './desk-forms.tsx'

/** Who runs the process. */
export function DeskPeople({ data, refused }: DeskPart) {
  const { t } = useI18n()
  const { values, errors } = filled(refused, 'add-facilitator', {})
  return (
    <section>
      <h2>{t('codesign.desk.people')}</h2>
      <ul className="plain stack">
        {data.facilitators.map(({ id, name }) => (
          <li key={id} className="row-wrap">
            <bdi>{name}</bdi>
            {data.facilitators.length > 1 && (
              <PostButton intent="remove-facilitator" label={t('codesign.desk.remove')} about={name} fields={{ id }} />
            )}
          </li>
        ))}
      </ul>
      <form method="post">
        <Field
          name="email"
          id="f-people-email"
          type="email"
          label={t('codesign.desk.addPerson')}
          hint={t('codesign.desk.addPersonHint')}
          defaultValue={values.email}
          error={errors.email}
        />
        <SaveButton intent="add-facilitator" label={t('codesign.desk.add')} />
      </form>
    </section>
  )
}
