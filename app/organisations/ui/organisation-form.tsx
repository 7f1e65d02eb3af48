import { Field, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { pick } from '#app/shared/languages.ts'
import type { RefusedForm } from '#app/people/form-answer.ts'
import type { Territory } from '#app/territories/territory.ts'
import { organisationKinds } from '../organisation.ts'

type Known = {
  name: string
  kind: string
  territory_id: string | null
  website: string | null
  description_it: string
  description_en: string
}
type Props = { known?: Known; territories: Territory[]; refused: RefusedForm | undefined; submit: string }

/** Creates or edits a body's page. */
export function OrganisationForm({ known, territories, refused, submit }: Props) {
  const { t, lang } = useI18n()
  const places = territories.map(({ id, level, name_it, name_en }) => ({
    value: id,
    label: t(`organisations.place.${level}`, { name: pick(lang, name_it, name_en).text }),
  }))
  return (
    <KeptForm answer={refused} known={known ?? { kind: 'association' }}>
      <Field name="name" label={t('organisations.field.name')} required maxLength={200} />
      <Select
        name="kind"
        label={t('organisations.field.kind')}
        options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) }))}
      />
      <Select
        name="territory_id"
        label={t('organisations.field.territory')}
        options={[{ value: '', label: t('organisations.field.noTerritory') }, ...places]}
      />
      <Field
        name="website"
        type="url"
        label={t('organisations.field.website')}
        hint={t('organisations.field.websiteHint')}
        maxLength={300}
      />
      <TextArea name="description_it" lang="it" label={t('organisations.field.descriptionIt')} maxLength={3000} rows={5} />
      <TextArea name="description_en" lang="en" label={t('organisations.field.descriptionEn')} maxLength={3000} rows={5} />
      <button type="submit" className="btn btn-primary">
        {submit}
      </button>
    </KeptForm>
  )
}
