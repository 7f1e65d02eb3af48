import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#app/documents/log/in-transaction.server.ts'
import { storeFile } from '#app/shared/files/stored-file.server.ts'

/** Three megabytes hold two minutes of what phones record; longer ones are stopped by the page. */
export const voiceLimit = 3 * 1024 * 1024
export const voiceSeconds = 120

/** Recordings by content; browsers put sound alone into the containers of video too. */
const audioTypes: Record<string, string> = {
  'audio/webm': 'audio/webm',
  'video/webm': 'audio/webm',
  'video/matroska': 'audio/webm',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/amr': 'audio/amr',
  'video/3gpp': 'audio/3gpp',
}

export type KeptVoice = { sha256: string; mediaType: string; size: number; seconds: number | undefined }

/**
 * Puts a recording into the file store, typed by its content. It has no `file` row, so that nothing serves it but the
 * facilitators' door; the nightly sweep knows it by contribution_voice.
 */
export async function keepVoice(
  dataDir: string,
  bytes: Uint8Array,
  seconds?: number,
): Promise<KeptVoice | { refused: 'not-audio' | 'voice-too-large' }> {
  if (bytes.byteLength > voiceLimit) return { refused: 'voice-too-large' }
  const type = (await fileTypeFromBuffer(bytes))?.mime.split(';')[0] ?? ''
  const mediaType = audioTypes[type]
  if (!mediaType) return { refused: 'not-audio' }
  const { sha256, size } = await storeFile(dataDir, bytes)
  const known = seconds !== undefined && Number.isFinite(seconds) && seconds > 0
  return { sha256, size, mediaType, seconds: known ? Math.min(Math.round(seconds), voiceSeconds) : undefined }
}

/** Notes a recording beside its answer; one that was there before gives way. */
export async function noteVoice(trx: Db, contributionId: string, { sha256, mediaType, size, seconds }: KeptVoice): Promise<void> {
  const row = { sha256, media_type: mediaType, size, seconds: seconds ?? null, transcribed_at: null, delete_after: null }
  await trx
    .insertInto('contribution_voice')
    .values({ contribution_id: contributionId, ...row })
    .onConflict((conflict) => conflict.column('contribution_id').doUpdateSet(row))
    .execute()
}

/** Forgets a recording; the sweep takes its bytes. */
export async function dropVoice(trx: Db, contributionId: string): Promise<void> {
  await trx.deleteFrom('contribution_voice').where('contribution_id', '=', contributionId).execute()
}

/** The recording of an answer and the process it belongs to. Who may hear it is decided by the caller. */
export function findVoiceUnchecked(db: Db, contributionId: string) {
  return db
    .selectFrom('contribution_voice as v')
    .innerJoin('contribution as c', 'c.id', 'v.contribution_id')
    .where('c.id', '=', contributionId)
    .where('c.state', '<>', 'withdrawn')
    .select(['v.sha256', 'v.media_type', 'v.size', 'v.seconds', 'v.transcribed_at', 'c.process_id'])
    .executeTakeFirst()
}

/**
 * Writes down what a spoken answer says, in the language it was spoken in. The recording is deleted 30 days later
 * (quality.md, participants). Who may (facilitators of the process) is decided by the caller.
 */
export async function transcribeVoice(db: Db, contributionId: string, words: { body: string; lang: string }): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('contribution')
      .set({ ...words, updated_at: new Date() })
      .where('id', '=', contributionId)
      .execute()
    await trx
      .updateTable('contribution_voice')
      .set({ transcribed_at: new Date(), delete_after: sql<Date>`now() + interval '30 days'` })
      .where('contribution_id', '=', contributionId)
      .execute()
  })
}
