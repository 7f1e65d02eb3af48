import { safeHref } from './urls.ts'

/** Checks of single attribute values: shared by the editor, the live server, server-side writers and the renderer. */
export type Check = (value: unknown) => boolean

export type Attribute = { default: string | number | boolean | null; check: Check }
export type Attributes = Record<string, Attribute>

const text = (max: number) => (value: unknown) => typeof value === 'string' && value.length <= max
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && value.length <= 300 && pattern.test(value)
const whole = (min: number, max: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value)
const orNull = (check: Check) => (value: unknown) => value === null || check(value)

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Author, moment and identity of a suggestion; `op` says what is proposed for a whole block. */
function isSuggestion(value: unknown): boolean {
  if (!isPlainObject(value)) return false
  const { id, author, op, at = null, ...rest } = value
  return (
    Object.keys(rest).length === 0 && text(64)(id) && text(64)(author) && oneOf('insert', 'delete', 'change')(op) && orNull(text(40))(at)
  )
}

const isColumnWidths = (value: unknown) => Array.isArray(value) && value.length <= 100 && value.every((width) => whole(0, 10_000)(width))

export const checks = {
  text,
  matches,
  whole,
  oneOf,
  orNull,
  boolean: (value: unknown) => typeof value === 'boolean',
  href: (value: unknown) => typeof value === 'string' && safeHref(value) !== undefined,
  imageSource: matches(/^\/file\/[0-9a-f-]{36}\/[^/?#\s]{1,200}$/),
  catalogueId: matches(/^[a-z-]{2,30}:[0-9a-z-]{1,64}$/),
  sourceKey: matches(/^[a-z][a-z0-9-]{0,19}$/),
  blockId: matches(/^[0-9A-Za-z_-]{1,40}$/),
  uuid: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  hash: matches(/^[0-9a-f]{8,64}$/),
  language: matches(/^[a-z]{2,3}(-[0-9A-Za-z]{2,8}){0,3}$/),
  suggestion: isSuggestion,
  columnWidths: isColumnWidths,
} as const
