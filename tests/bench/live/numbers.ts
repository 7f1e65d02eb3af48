export const round = (value: number, digits = 3): number => Number(value.toFixed(digits))

export type Summary = { n: number; p50: number; p99: number; max: number }

/** Middle, 99th hundredth and largest of a list of milliseconds. */
export function summary(values: readonly number[] | Float64Array): Summary {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
  return { n: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
