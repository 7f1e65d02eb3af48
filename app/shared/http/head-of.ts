import type { Entered } from './enter.server.ts'

/**
 * What `pageMeta` and the page's foot need, from a loader. Pages of the signed-in area pass `noindex`; pages of one record
 * say when it was updated (others are as new as the newest record of their part of the menu).
 */
export type Head = {
  title: string
  description?: string
  origin: string
  path: string
  noindex?: boolean
  updatedOn?: string
  feed?: string
}

export const headOf = (
  { origin, url }: Pick<Entered, 'origin' | 'url'>,
  title: string,
  { updatedOn, ...more }: { description?: string; noindex?: boolean; feed?: string; updatedOn?: Date | string | null } = {},
): Head => ({
  title,
  origin,
  path: url.pathname,
  ...more,
  ...(updatedOn && { updatedOn: new Date(updatedOn).toISOString() }),
})
