import { Worker } from 'node:worker_threads'
import type { Folded, Folder } from '#app/documents/log/fold.server.ts'
import type { Answer, Task } from './folding-worker.ts'

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/**
 * Folds long texts in a thread of its own: a text of 300 KB takes a quarter of a second, in which nobody's words would
 * be saved or shown. The thread is started when a text is first opened and does not keep the process alive.
 */
export class FoldingThread implements Folder {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private last = 0

  readonly fold: Folder['fold'] = (states, keepsDeleted = false) => this.ask<Folded>({ fold: states, keepsDeleted })
  readonly says: Folder['says'] = (state, vector) => this.ask<boolean>({ state, vector })

  /** Starting costs what a hundred foldings do: better before people write than while. */
  warm(): void {
    this.worker ??= this.start()
  }

  private ask<T>(task: Task): Promise<T> {
    const worker = (this.worker ??= this.start())
    const id = ++this.last
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ id, task })
    })
  }

  private start(): Worker {
    const worker = new Worker(new URL('./folding-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', ({ id, ...answer }: Answer) => {
      const one = this.waiting.get(id)
      this.waiting.delete(id)
      if (answer.error) one?.reject(new Error(answer.error))
      else one?.resolve(answer.value as never)
    })
    worker.on('error', (error) => this.fail(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.fail(worker, new Error('the folding thread has ended')))
    return worker
  }

  /** What it was asked fails; the next task starts another thread. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = undefined
    for (const one of this.waiting.values()) one.reject(error)
    this.waiting.clear()
  }

  close(): void {
    void this.worker?.terminate()
  }
}
