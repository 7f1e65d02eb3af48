import { isPracticeId } from './practice.ts'

/** Where a page of the list ends: the last sheet's publication, and its id among sheets of the same moment. */
type Cursor = { at: Date; id: string }

/** The cursor as clients carry it. Its inside is ours, and may change. */
export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

/** The cursor of `writeCursor`; undefined for anything else. */
export function readCursor(text: string): Cursor | undefined {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  const cursor = { at: new Date(at), id }
  const whole = /^\d{4}-/.test(at) && !Number.isNaN(cursor.at.getTime()) && isPracticeId(id)
  // Written again it must be the same: base64 and dates forgive much.
  return whole && writeCursor(cursor) === text ? cursor : undefined
}
