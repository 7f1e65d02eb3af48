import { Field, type Option, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import type { Phase } from '../programme.ts'

type EnrolPanelProps = {
  phase: Phase
  /** Undefined: a visitor. */
  person: boolean
  enrolled: boolean
  path: string
  territories: Option[]
  answer: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

/** Enrol, leave, or what to do first; nothing for a programme that takes nobody. */
export function EnrolPanel({ phase, person, enrolled, path, territories, answer }: EnrolPanelProps) {
  const { t, href } = useI18n()
  if (phase === 'past') return <p className="notice">{t('training.enrol.past')}</p>
  if (enrolled)
    return (
      <div className="notice stack">
        <p className="mb-0">
          <Icon name="check-circle" /> {t('training.enrol.done')}
        </p>
        <form method="post">
          <input type="hidden" name="intent" value="leave" />
          <button type="submit" className="btn btn-outline-primary btn-sm">
            {t('training.enrol.leave')}
          </button>
        </form>
      </div>
    )
  if (phase === 'closed') return <p className="notice">{t('training.enrol.closed')}</p>
  if (!person)
    return (
      <div className="row-wrap">
        <a className="btn btn-primary" href={href(`/accedi?next=${encodeURIComponent(`${path}#iscrizione`)}`)}>
          {t('training.enrol.signIn')}
        </a>
        <a className="btn btn-outline-primary" href={href('/registrati')}>
          {t('training.enrol.register')}
        </a>
      </div>
    )
  return (
    <KeptForm answer={answer} action="#iscrizione">
      <input type="hidden" name="intent" value="enrol" />
      <Field
        name="body"
        label={t('training.enrol.body')}
        hint={t('training.enrol.bodyHint')}
        autoComplete="organization"
        required
        maxLength={160}
      />
      <Select
        name="territory"
        label={t('training.enrol.territory')}
        options={[{ value: '', label: t('training.enrol.noTerritory') }, ...territories]}
      />
      <p className="small">{t('training.enrol.privacy')}</p>
      <button type="submit" className="btn btn-primary">
        {t('training.enrol.submit')}
      </button>
    </KeptForm>
  )
}
