import { PageActions } from '#app/shared/ui/page-actions.tsx'
import { Field } from '#app/shared/ui/field.tsx'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { WritePage } from '../proposal-page.server.ts'

type Errors = Record<string, string | undefined>

/** Beside the form: how somebody else said it, and how to come back later. */
export function ProposalSide({ page, errors }: { page: WritePage; errors: Errors }) {
  return (
    <aside className="proposal-side stack">
      <Example page={page} />
      {!page.signedIn && (page.begun && page.code ? <ComeBack code={page.code} errors={errors} /> : <HaveCode errors={errors} />)}
    </aside>
  )
}

function Example({ page: { example, step } }: { page: WritePage }) {
  const { t, href, lang } = useI18n()
  if (!example) return null
  const own = languageOfContent(example.title.lang, lang)
  const italian = languageOfContent('it', lang)
  return (
    <section className="card-box" aria-labelledby="example">
      <h2 id="example" className="h5">
        {t('practices.proposal.example')}
      </h2>
      <p>
        <a href={href(example.path)} target="_blank" rel="noopener" {...own}>
          {example.title.text}
        </a>{' '}
        <span className="muted small">({t('practices.proposal.newWindow')})</span>
      </p>
      {step === 1 && (
        <p className="small mb-0" {...own}>
          {example.summary}
        </p>
      )}
      {step === 2 && (
        <p className="small mb-0" {...italian}>
          {[example.place, example.body].filter(Boolean).join(' · ')}
        </p>
      )}
      {step === 3 && (
        <p className="small mb-0" {...italian}>
          {example.how}
        </p>
      )}
    </section>
  )
}

/** The code of what was begun: to print, to copy out, or mailed as a link. */
function ComeBack({ code, errors }: { code: string; errors: Errors }) {
  const { t } = useI18n()
  return (
    <section className="card-box stack" aria-labelledby="come-back">
      <h2 id="come-back" className="h5">
        {t('practices.proposal.comeBack')}
      </h2>
      <p className="small mb-0">{t('practices.proposal.comeBackHow')}</p>
      <p className="proposal-code" dir="ltr">
        {code}
      </p>
      <PageActions />
      <form method="post" className="no-print">
        <Field
          name="mail"
          type="email"
          label={t('practices.proposal.field.mail')}
          hint={t('practices.proposal.mailLinkHint')}
          error={errors.mail}
          autoComplete="email"
          maxLength={254}
        />
        <button type="submit" name="intent" value="mail" className="btn btn-outline-primary btn-sm">
          {t('practices.proposal.mailLinkSend')}
        </button>
      </form>
    </section>
  )
}

function HaveCode({ errors }: { errors: Errors }) {
  const { t } = useI18n()
  return (
    <section className="card-box" aria-labelledby="have-code">
      <h2 id="have-code" className="h5">
        {t('practices.proposal.haveCode')}
      </h2>
      <form method="post">
        <Field
          name="code"
          label={t('practices.proposal.field.code')}
          hint={t('practices.proposal.codeHint')}
          error={errors.code}
          dir="ltr"
          autoComplete="off"
          maxLength={40}
        />
        <button type="submit" name="intent" value="resume" className="btn btn-outline-primary btn-sm">
          {t('practices.proposal.resume')}
        </button>
      </form>
    </section>
  )
}
