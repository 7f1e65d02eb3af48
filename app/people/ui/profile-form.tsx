import { languageNames, languages } from '#app/shared/languages.ts'
import { Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import type { RefusedForm } from '../form-answer.ts'
import { NameField } from './name-field.tsx'

type Props = { profile: { name: string; bio: string; locale: string; listed: boolean }; refused: RefusedForm | undefined }

export function ProfileForm({ profile, refused }: Props) {
  const { t, href } = useI18n()
  const listed = refused ? refused.typed.listed === 'on' : profile.listed
  return (
    <KeptForm answer={refused} known={profile} action={href('/scrivania/profilo')}>
      <NameField />
      <TextArea name="bio" label={t('people.field.bio')} hint={t('people.field.bioHint')} maxLength={2000} rows={4} />
      <Select
        name="locale"
        label={t('people.field.locale')}
        options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
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
    </KeptForm>
  )
}
