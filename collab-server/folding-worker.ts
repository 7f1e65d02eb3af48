import { parentPort } from 'node:worker_threads'
import { fold, says } from '#app/documents/log/fold.server.ts'
import type { StoredState } from '#app/documents/log/packed.server.ts'

export type Task = { fold: readonly StoredState[]; keepsDeleted: boolean } | { state: Uint8Array; vector: Uint8Array }
export type Answer = { id: number; value?: unknown; error?: string }

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  try {
    const value = 'fold' in task ? fold(task.fold, task.keepsDeleted) : says(task.state, task.vector)
    parentPort?.postMessage({ id, value } satisfies Answer)
  } catch (error) {
    // Handed over to whoever asked, who logs it.
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})
