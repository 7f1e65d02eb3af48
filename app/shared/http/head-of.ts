import type { Entered } from './enter.server.ts'

/** What `pageMeta` needs, from a loader. Pages of the signed-in area pass `noindex`. */
export type Head = { title: string; description?: string; origin: string; path: string; noindex?: boolean }

export const headOf = (
  { origin, url }: Pick<Entered, 'origin' | 'url'>,
  title: string,
  more: { description?: string; noindex?: boolean } = {},
): Head => ({
  title,
  origin,
  path: url.pathname,
  ...more,
})
