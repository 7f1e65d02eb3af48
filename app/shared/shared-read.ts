/**
 * One read for all who ask while it runs is not enough: it may have begun before a commit they have already seen.
 * So those wait for the next one, which begins after they asked; two reads at most are ever under way or planned.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | undefined
  let planned: Promise<T> | undefined
  const start = (): Promise<T> => {
    const result = read()
    const done = result.then(
      () => undefined,
      () => undefined,
    )
    running = done
    void done.then(() => {
      if (running === done) running = undefined
    })
    return result
  }
  return () => {
    if (!running) return start()
    planned ??= running.then(() => {
      planned = undefined
      return start()
    })
    return planned
  }
}
