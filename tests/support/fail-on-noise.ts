import { afterEach, expect } from 'vitest'

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const
const noise: string[] = []

// A warning nobody looks at hides the next one: whatever is printed during a test fails it.
for (const method of methods) {
  console[method] = (...parts: unknown[]) => {
    noise.push(`console.${method}: ${parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' ')}`)
  }
}

afterEach(() => {
  expect(noise.splice(0), 'printed during the test').toEqual([])
})
