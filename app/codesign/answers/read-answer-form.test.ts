import { expect, test } from 'vitest'
import { readAnswerForm } from './read-answer-form.server.ts'

const posted = (body: BodyInit, type?: string) =>
  new Request('http://casa.test/p/qui/salva/1', { method: 'POST', body, headers: type ? { 'content-type': type } : {} })

test.each([
  ['a form of another encoding', posted(new URLSearchParams({ body: 'ciao' }))],
  ['JSON', posted('{}', 'application/json')],
  ['a form that breaks off', posted('--x\r\nContent-Disposition: form-data; name="body"', 'multipart/form-data; boundary=x')],
  ['a form without a boundary', posted('--x', 'multipart/form-data; charset=utf-8')],
])('%s is refused in words, not with an error page', async (_, request) => {
  expect(await readAnswerForm(request, '')).toEqual({ ok: false, reason: 'bad-request' })
})

test('an answer is read from the form a page sends', async () => {
  const form = new FormData()
  form.set('key', '019346c0-0000-7000-8000-000000000000')
  form.set('body', 'Un affitto\r\npiù basso')
  expect(await readAnswerForm(posted(form), '')).toMatchObject({ ok: true, given: { body: 'Un affitto\npiù basso' } })
})
