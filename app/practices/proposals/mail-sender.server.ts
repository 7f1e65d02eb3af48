import type { Db } from '#db/connection.ts'
import type { Lang } from '#app/shared/languages.ts'
import { sendMail } from '#app/shared/mail/send-mail.server.ts'
import { translator } from '#app/shared/messages/translate.ts'

export const resumePath = '/buone-pratiche/proponi/riprendi'
export const confirmPath = '/buone-pratiche/proponi/conferma'

type SenderMail = {
  to: string
  lang: Lang
  kind: 'resume' | 'confirm' | 'received' | 'accepted' | 'declined'
  title: string
  /** Path after /{lang}, with its code or key. */
  path: string
  reason?: string
  appUrl: string
}

/** Writes to who proposed a practice without an account. Returns the link's path with its language. */
export async function mailSender(trx: Db, { to, lang, kind, title, path, reason = '', appUrl }: SenderMail): Promise<string> {
  const t = translator(lang)
  const link = `/${lang}${path}`
  await sendMail(trx, {
    to,
    subject: t(`practices.proposal.mail.${kind}.subject`, { title: title || t('practices.proposal.untitled') }),
    text: [
      t('people.mail.greeting'),
      t(`practices.proposal.mail.${kind}.text`, { title: title || t('practices.proposal.untitled') }),
      ...(reason === '' ? [] : [`${t('practices.mail.reason')}\n${reason}`]),
      new URL(link, appUrl).href,
      t('people.mail.footer'),
    ].join('\n\n'),
  })
  return link
}
