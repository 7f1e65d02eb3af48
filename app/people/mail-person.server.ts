import type { Db } from '#db/connection.ts'
import type { Lang } from '#app/shared/languages.ts'
import { sendMail } from '#app/shared/mail/send-mail.server.ts'
import { translator } from '#app/shared/messages/translate.ts'

/** Language of the mail and the address that its links start with (APP_URL, never the request's Host). */
export type MailFrame = { lang: Lang; appUrl: string }
type PersonMail = {
  to: string
  kind: 'confirm' | 'taken' | 'reset' | 'change' | 'changed' | 'invitation' | 'organisation-invitation'
  /** Path after /{lang}, with its token. */
  path: string
  name: string
}

/**
 * Writes one of our mails in the transaction, so that it goes out only with what it announces.
 * Returns the link's path with its language, e.g. /it/password/nuova?token=…
 */
export async function mailPerson(trx: Db, { to, kind, path, name }: PersonMail, { lang, appUrl }: MailFrame): Promise<string> {
  const t = translator(lang)
  const link = `/${lang}${path}`
  const greeting = name === '' ? t('people.mail.greeting') : t('people.mail.greetingName', { name })
  await sendMail(trx, {
    to,
    subject: t(`people.mail.${kind}.subject`),
    text: [greeting, t(`people.mail.${kind}.text`), new URL(link, appUrl).href, t('people.mail.footer')].join('\n\n'),
  })
  return link
}
