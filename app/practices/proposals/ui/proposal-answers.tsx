import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { ProposalField, ProposalFields } from '../proposal.schema.ts'

/** Fields that hold words, not choices. */
type Answer = Exclude<ProposalField, 'ongoing' | 'themes' | 'kinds' | 'email'>

/** What was written in a proposal, field by field, without the ones left empty. */
export function ProposalAnswers({
  names,
  fields,
  className = '',
}: {
  names: readonly Answer[]
  fields: ProposalFields
  className?: string
}) {
  const { t } = useI18n()
  return (
    <dl className={`facts-stacked ${className}`.trimEnd()}>
      {names
        .filter((name) => fields[name] !== '')
        .map((name) => (
          <div key={name}>
            <dt>{t(`practices.proposal.field.${name}`)}</dt>
            <dd dir="auto">{fields[name]}</dd>
          </div>
        ))}
    </dl>
  )
}
