const store = ((globalThis as { __casaComune?: Map<string, unknown> }).__casaComune ??= new Map<string, unknown>())

/**
 * One instance per process and name. server.ts and the Remix bundle hold separate copies of every module,
 * so anything with state (pools, limiters, caches) lives on globalThis through here.
 */
export function once<T>(name: string, make: () => T): T {
  if (!store.has(name)) store.set(name, make())
  return store.get(name) as T
}
