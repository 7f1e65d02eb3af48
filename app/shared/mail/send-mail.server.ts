import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueue } from '../jobs.server.ts'

const oneLine = z.string().refine((text) => !/\p{Cc}/u.test(text), 'control characters are not allowed')

const mail = z.object({
  /** One address, without a name. */
  to: oneLine.pipe(z.email()),
  subject: oneLine.min(1).max(200),
  text: z.string().min(1),
  html: z.string().optional(),
  /** Where this kind of mail is stopped without signing in: goes out as List-Unsubscribe (RFC 2369, one click RFC 8058). */
  unsubscribeUrl: z.url({ protocol: /^https?$/ }).optional(),
})

export type Mail = z.input<typeof mail>

/**
 * Writes a message into the kept mail within the caller's transaction and asks the worker to send it. Without SMTP_URL
 * the worker leaves it there, for the administrator's page. Refuses (throws) addresses and subjects with control
 * characters. Returns the id of the kept message.
 */
export async function sendMail(trx: Db, message: Mail): Promise<string> {
  const { to, subject, text, html, unsubscribeUrl } = mail.parse(message)
  const id = newId()
  await trx
    .insertInto('kept_mail')
    .values({ id, recipient: to, subject, body_text: text, body_html: html ?? null, unsubscribe_url: unsubscribeUrl ?? null })
    .execute()
  await enqueue(trx, 'send-mail', { id }, { jobKey: `mail:${id}` })
  return id
}
