/**
 * Runs work and answers after `ms` at the earliest, also when it fails: so that the time taken does not tell
 * whether an address has an account.
 */
export async function noFasterThan<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const floor = new Promise<void>((resolve) => setTimeout(resolve, ms))
  try {
    return await work()
  } finally {
    await floor
  }
}
