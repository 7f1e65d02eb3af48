import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { mailTasks } from './mail-jobs.server.ts'
import { sendMail } from './send-mail.server.ts'

const { db } = await useTestDatabase()
const letter = { to: 'anna@example.org', subject: 'Conferma', text: 'Ecco il collegamento' }
const job = { attempt: 1, lastTry: false }

/** The smallest SMTP server that takes a message. */
const received: string[] = []
const smtp = net.createServer((socket) => {
  let inData = false
  socket.write('220 test\r\n')
  socket.on('data', (chunk) => {
    const text = chunk.toString()
    if (inData) {
      received.push(text)
      inData = !text.endsWith('\r\n.\r\n')
      if (!inData) socket.write('250 taken\r\n')
      return
    }
    inData = /^DATA/im.test(text)
    socket.write(inData ? '354 go on\r\n' : /^QUIT/im.test(text) ? '221 bye\r\n' : '250 ok\r\n')
  })
})
beforeAll(() => new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => smtp.close(resolve)))
const url = (): string => `smtp://127.0.0.1:${(smtp.address() as net.AddressInfo).port}`
const kept = (id: string) => db.selectFrom('kept_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

it('keeps a message without SMTP', async () => {
  const id = await sendMail(db, letter)
  await mailTasks({ db, env: { MAIL_FROM: 'casa@example.org' } })['send-mail']?.({ id }, job)
  expect(await kept(id)).toMatchObject({ recipient: letter.to, body_text: letter.text, sent_at: null })
})

it('sends it with SMTP and forgets the text', async () => {
  const id = await sendMail(db, letter)
  await mailTasks({ db, env: { SMTP_URL: url(), MAIL_FROM: 'Casa <casa@example.org>' } })['send-mail']?.({ id }, job)
  expect(received.join('')).toContain('Subject: Conferma')
  expect(received.join('')).toContain('Ecco il collegamento')
  const row = await kept(id)
  expect(row.sent_at).toBeInstanceOf(Date)
  expect(row.body_text).toBe('')
})

it('says how this kind of mail is stopped, where it can be', async () => {
  const id = await sendMail(db, { ...letter, unsubscribeUrl: 'https://casa.example/it/avvisi/disiscrizione?token=t' })
  await mailTasks({ db, env: { SMTP_URL: url(), MAIL_FROM: 'Casa <casa@example.org>' } })['send-mail']?.({ id }, job)
  const message = received.join('')
  expect(message).toContain('List-Unsubscribe: <https://casa.example/it/avvisi/disiscrizione?token=t>')
  expect(message).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(received[0]).not.toContain('List-Unsubscribe')
})

it('writes down why a message could not be sent, and fails so that it is tried again', async () => {
  const id = await sendMail(db, letter)
  const away = mailTasks({ db, env: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'casa@example.org' } })
  await expect(away['send-mail']?.({ id }, job)).rejects.toThrow()
  expect(await kept(id)).toMatchObject({ last_error: expect.stringContaining('ECONNREFUSED') as string, body_text: letter.text })
})

it.each([
  ['an address with a line break', { to: 'anna@example.org\r\nBcc: all@example.org' }],
  ['two addresses', { to: 'anna@example.org, bruno@example.org' }],
  ['a subject with a line break', { subject: 'Ciao\r\nBcc: all@example.org' }],
])('refuses %s', async (_, change) => {
  await expect(sendMail(db, { ...letter, ...change })).rejects.toThrow()
})
