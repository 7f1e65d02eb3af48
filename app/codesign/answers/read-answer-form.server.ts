import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { z } from 'zod'
import type { GivenAnswer } from './save-answer.server.ts'
import { keepVoice, voiceLimit } from './voice.server.ts'

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

const fields = z.object({
  key: z.uuid(),
  choice: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(0).max(99).optional()),
  body: z
    .string()
    .max(20_000)
    .transform((text) => text.replaceAll(CONTROL, '').replaceAll('\r\n', '\n'))
    .default(''),
  seconds: z.coerce.number().optional().catch(undefined),
  removeVoice: z.literal('1').optional().catch(undefined),
  seen: z.literal('1').optional().catch(undefined),
  intent: z.enum(['save', 'next']).default('save').catch('save'),
})

export type ReadAnswer =
  | {
      ok: true
      given: Omit<GivenAnswer, 'promptId'>
      intent: 'save' | 'next'
      /** They have seen the hints on their words. */ seen: boolean
    }
  | { ok: false; reason: 'not-audio' | 'voice-too-large' | 'bad-request' }

/** Reads a posted answer: words, choice and at most one recording, which goes into the file store when it is one. */
export async function readAnswerForm(request: Request, dataDir: string): Promise<ReadAnswer> {
  if (!/^multipart\/form-data;/i.test(request.headers.get('content-type') ?? '')) return { ok: false, reason: 'bad-request' }
  const form = await parseMultipartFormData(request, createMemoryUploadHandler({ maxPartSize: voiceLimit })).catch(whyUnread)
  if (typeof form === 'string') return { ok: false, reason: form }
  const texts = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const read = fields.safeParse(texts)
  if (!read.success) return { ok: false, reason: 'bad-request' }
  const { key, choice, body, seconds, removeVoice, intent, ...rest } = read.data
  const given = { clientKey: key, choice, body, removeVoice: removeVoice === '1' }
  const seen = rest.seen === '1'
  const file = form.get('voice')
  if (!(file instanceof File) || file.size === 0) return { ok: true, given, intent, seen }
  const voice = await keepVoice(dataDir, new Uint8Array(await file.arrayBuffer()), seconds)
  return 'refused' in voice ? { ok: false, reason: voice.refused } : { ok: true, given: { ...given, voice }, intent, seen }
}

/** The upload handler stops reading at its limit; whatever else it stumbles over is in what was sent, since it only keeps in memory. */
const whyUnread = (error: unknown) => (error instanceof MaxPartSizeExceededError ? 'voice-too-large' : 'bad-request')
