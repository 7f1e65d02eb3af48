import { Alert } from '#app/shared/ui/alert.tsx'
import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { EmailField } from './email-field.tsx'

type Notice = 'registered' | 'password' | 'email' | 'closed' | 'out' | 'cleared'
type Props = {
  next: string
  /** The reader was sent here by a page that needs an account. */
  asked: boolean
  notice: Notice | undefined
  /** Where the demonstration accounts are written, on the machine's own browser only. */
  demoFile: string | undefined
  refused: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

export function SignInForm({ next, asked, notice, demoFile, refused }: Props) {
  const { t, href } = useI18n()
  return (
    <Page title={t('people.signIn.title')} lead={t('people.signIn.lead')}>
      {/* Nobody is signed in: enhance.ts forgets the pages and texts this browser kept of them. */}
      <div className="stack measure" data-forget={notice === 'cleared' ? 'everything' : 'pages'}>
        {notice && <Alert kind="success">{t(`people.signIn.notice.${notice}`)}</Alert>}
        {asked && !notice && !refused && <Alert kind="info">{t('people.signIn.asked')}</Alert>}
        <KeptForm answer={refused}>
          <input type="hidden" name="next" value={next} />
          <EmailField autoComplete="username" />
          <Field
            name="password"
            type="password"
            label={t('people.field.password')}
            autoComplete="current-password"
            required
            maxLength={1024}
          />
          <button type="submit" className="btn btn-primary">
            {t('people.signIn.submit')}
          </button>
        </KeptForm>
        <p>
          <a href={href('/password')}>{t('people.signIn.forgotten')}</a>
        </p>
        <p>
          {t('people.signIn.noAccount')} <a href={href('/registrati')}>{t('people.register.title')}</a>
        </p>
        {demoFile && (
          <Alert kind="info">
            {t('people.signIn.demo')} <code dir="ltr">{demoFile}</code>
          </Alert>
        )}
      </div>
    </Page>
  )
}
