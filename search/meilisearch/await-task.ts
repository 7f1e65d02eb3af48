import type { EnqueuedTaskPromise } from 'meilisearch'

const LONGEST_MS = 10 * 60_000

/** Waits until Meilisearch has done a task; a failed or cancelled one throws with its code, so that the job retries. */
export async function awaitTask(task: EnqueuedTaskPromise, allow: readonly string[] = []): Promise<void> {
  const done = await task.waitTask({ timeout: LONGEST_MS, interval: 15 })
  if (done.status === 'succeeded' || allow.includes(done.error?.code ?? '')) return
  throw new Error(`Meilisearch task ${done.uid} (${done.type}) ${done.status}: ${done.error?.code ?? ''} ${done.error?.message ?? ''}`)
}
