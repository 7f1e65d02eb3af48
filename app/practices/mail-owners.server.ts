import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { isLang } from '#app/shared/languages.ts'
import { sendMail } from '#app/shared/mail/send-mail.server.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { resumePath } from './proposals/mail-sender.server.ts'
import { pathOf, type PracticeMove } from './practice.ts'
import type { PracticeSheet } from './practice-row.server.ts'

type Told = {
  sheet: Pick<PracticeSheet, 'id' | 'type' | 'slug' | 'title_it' | 'title_en'>
  move: PracticeMove
  reason: string
  appUrl: string
}

/**
 * Tells the author, the contacts of the lead bodies and who proposed the sheet that a step was taken (product.md A5): one mail each, in their
 * language, with the reason and the page to follow. In the step's transaction: nothing is announced that did not happen.
 */
export async function mailOwners(trx: Db, told: Told): Promise<void> {
  const { sheet, move, reason, appUrl } = told
  await mailProposer(trx, told)
  for (const { email, name, locale } of await ownersOf(trx, sheet.id)) {
    const lang = isLang(locale) ? locale : 'it'
    const t = translator(lang)
    const title = (lang !== 'it' && sheet.title_en) || sheet.title_it
    await sendMail(trx, {
      to: email,
      subject: t(`practices.mail.${move}.subject`, { title }),
      text: [
        t('people.mail.greetingName', { name }),
        t(`practices.mail.${move}.text`, { title }),
        ...(reason === '' ? [] : [`${t('practices.mail.reason')}\n${reason}`]),
        `${t('practices.mail.follow')}\n${new URL(`/${lang}/scrivania/pratiche/${sheet.id}`, appUrl).href}`,
        t('practices.mail.footer'),
      ].join('\n\n'),
    })
  }
}

/** Who proposed the sheet without an account hears the same, and follows it with their code; once public, on its page. */
async function mailProposer(trx: Db, { sheet, move, reason, appUrl }: Told): Promise<void> {
  const sender = await trx
    .selectFrom('practice_proposal')
    .select(['email', 'lang'])
    .where('practice_id', '=', sheet.id)
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  if (!sender?.email) return
  const lang = isLang(sender.lang) ? sender.lang : 'it'
  const t = translator(lang)
  const title = sheet.title_it
  await sendMail(trx, {
    to: sender.email,
    subject: t(`practices.mail.${move}.subject`, { title }),
    text: [
      t('people.mail.greeting'),
      t(`practices.mail.${move}.text`, { title }),
      ...(reason === '' ? [] : [`${t('practices.mail.reason')}\n${reason}`]),
      new URL(`/${lang}${move === 'publish' ? pathOf(sheet) : resumePath}`, appUrl).href,
      t('people.mail.footer'),
    ].join('\n\n'),
  })
}

/** Who answers for a sheet and has a working account. */
async function ownersOf(db: Db, practiceId: string): Promise<{ email: string; name: string; locale: string }[]> {
  const { rows } = await sql<{ email: string; name: string; locale: string }>`
    select p.email, p.name, p.locale from person p
    where p.closed_at is null and p.suspended_at is null and p.email_confirmed_at is not null
      and (p.id = (select author_id from practice where id = ${practiceId})
        or exists (select from membership m
          join practice_organisation o on o.organisation_id = m.organisation_id and o.practice_id = ${practiceId} and o.role = 'lead'
          where m.person_id = p.id and m.role = 'contact' and m.state = 'active'))
    order by p.email`.execute(db)
  return rows
}
