import type { EnqueuedTaskPromise } from 'meilisearch'

type Waiting = {
  /** Codes of failures that mean it is done all the same. */
  allow?: readonly string[]
  longestMs?: number
  intervalMs?: number
}

/** Waits until Meilisearch has done a task; a failed or cancelled one throws with its code, so that the job retries. */
export async function awaitTask(
  task: EnqueuedTaskPromise,
  { allow = [], longestMs = 10 * 60_000, intervalMs = 15 }: Waiting = {},
): Promise<void> {
  const done = await task.waitTask({ timeout: longestMs, interval: intervalMs })
  if (done.status === 'succeeded' || allow.includes(done.error?.code ?? '')) return
  throw new Error(`Meilisearch task ${done.uid} (${done.type}) ${done.status}: ${done.error?.code ?? ''} ${done.error?.message ?? ''}`)
}
