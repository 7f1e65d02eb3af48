import { checks } from '../../schema/values.ts'

export type Uploaded = { src: string; width: number | null; height: number | null }
/** `problem` is the server's sentence, empty when there was none; `kind` names our own. */
export type UploadProblem = { problem: string; kind: 'refused' | 'unreachable' }

const size = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null)

/** Sends a picture to the text's file store; answers where it is served from, or what went wrong. */
export async function uploadImage(url: string, file: File): Promise<Uploaded | UploadProblem> {
  const body = new FormData()
  body.set('file', file)
  const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => undefined)
  if (!response) return { problem: '', kind: 'unreachable' }
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (!response.ok || !checks.imageSource(answer.src)) {
    const { message } = (answer.error ?? {}) as { message?: unknown }
    return { problem: typeof message === 'string' ? message : '', kind: 'refused' }
  }
  return { src: answer.src as string, width: size(answer.width), height: size(answer.height) }
}
