import { languageNames, languages } from '#app/shared/languages.ts'
import { ErrorSummary, Field, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { RefusedForm } from '../form-answer.ts'

type Props = { profile: { name: string; bio: string; locale: string; listed: boolean }; refused: RefusedForm | undefined }

export function ProfileForm({ profile, refused }: Props) {
  const { t, href } = useI18n()
  const listed = refused ? refused.typed.listed === 'on' : profile.listed
  return (
    <form method="post" action={href('/scrivania/profilo')}>
      <ErrorSummary errors={refused?.errors} />
      <Field
        name="name"
        label={t('people.field.name')}
        hint={t('people.field.nameHint')}
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={refused?.typed.name ?? profile.name}
        error={refused?.errors.name}
      />
      <TextArea
        name="bio"
        label={t('people.field.bio')}
        hint={t('people.field.bioHint')}
        maxLength={2000}
        rows={4}
        defaultValue={refused?.typed.bio ?? profile.bio}
        error={refused?.errors.bio}
      />
      <Select
        name="locale"
        label={t('people.field.locale')}
        options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        defaultValue={refused?.typed.locale ?? profile.locale}
        error={refused?.errors.locale}
      />
      <fieldset className="field">
        <legend>{t('people.field.listedLegend')}</legend>
        <label className="check">
          <input type="checkbox" name="listed" defaultChecked={listed} /> {t('people.field.listed')}
        </label>
      </fieldset>
      <button type="submit" className="btn btn-primary">
        {t('people.profile.submit')}
      </button>
    </form>
  )
}
