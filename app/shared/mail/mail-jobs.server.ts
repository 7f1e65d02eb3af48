import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { Env } from '../env.ts'
import type { Tasks } from '../jobs.server.ts'

const payloadOf = z.object({ id: z.uuid() })

/** One mail a job. Once sent its text goes: it may hold a one-time link. */
export function mailTasks({ db, env }: { db: Db; env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'> }): Tasks {
  const transport = env.SMTP_URL
    ? createTransport({ url: env.SMTP_URL, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
    : undefined

  return {
    'send-mail': async (payload) => {
      if (!transport) return // kept for the administrator's page
      const { id } = payloadOf.parse(payload)
      const message = await db.selectFrom('kept_mail').selectAll().where('id', '=', id).where('sent_at', 'is', null).executeTakeFirst()
      if (!message) return
      try {
        await transport.sendMail({
          from: env.MAIL_FROM,
          to: { name: '', address: message.recipient },
          subject: message.subject,
          text: message.body_text,
          html: message.body_html ?? undefined,
          headers: unsubscribeHeaders(message.unsubscribe_url),
          messageId: `<${id}@casa-comune>`, // the same on a second try, so that mail servers can drop it
        })
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        await db
          .updateTable('kept_mail')
          .set({ last_error: reason.slice(0, 500) })
          .where('id', '=', id)
          .execute()
        throw error
      }
      await db
        .updateTable('kept_mail')
        .set({ sent_at: new Date(), last_error: null, body_text: '', body_html: null, unsubscribe_url: null })
        .where('id', '=', id)
        .execute()
    },
    'sweep-mail': async () => {
      await db
        .deleteFrom('kept_mail')
        .where('created_at', '<', new Date(Date.now() - 30 * 86_400_000))
        .execute()
    },
  }
}

/** One click in the mail program stops this kind of mail; mails about the account itself have no such link. */
const unsubscribeHeaders = (url: string | null): Record<string, string> =>
  url ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}

/** Kept messages hold personal data and links that no longer work: they go after 30 days. */
export const mailCrontab = ['20 3 * * * sweep-mail']
