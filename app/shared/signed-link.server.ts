import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

const SETTING = 'link-signing-key'

/** This installation's key for links that must work without signing in; made at first use, kept in the database. */
async function signingKey(db: Db): Promise<Buffer> {
  const read = async () => {
    const row = await db.selectFrom('setting').select('value').where('key', '=', SETTING).executeTakeFirst()
    return typeof row?.value === 'string' ? Buffer.from(row.value, 'base64url') : undefined
  }
  const known = await read()
  if (known) return known
  // Two processes may come here at once: the first one's key stays.
  await sql`insert into setting (key, value) values (${SETTING}, ${JSON.stringify(randomBytes(32).toString('base64url'))}::jsonb)
    on conflict (key) do nothing`.execute(db)
  const made = await read()
  if (!made) throw new Error('the key for signed links could not be kept')
  return made
}

const sealOf = (key: Buffer, purpose: string, value: string): Buffer => createHmac('sha256', key).update(`${purpose}\n${value}`).digest()

/** A token for a mailed link: it carries `value` readably and cannot be made by anybody else, nor used for another purpose. */
export async function signLink(db: Db, purpose: string, value: string): Promise<string> {
  return `${Buffer.from(value).toString('base64url')}.${sealOf(await signingKey(db), purpose, value).toString('base64url')}`
}

/** The value of a token made by `signLink` for this purpose; undefined for anything else. */
export async function readSignedLink(db: Db, purpose: string, token: string): Promise<string | undefined> {
  const [value = '', seal = ''] = token.split('.')
  const plain = Buffer.from(value, 'base64url').toString()
  const [given, due] = [Buffer.from(seal, 'base64url'), sealOf(await signingKey(db), purpose, plain)]
  return given.length === due.length && timingSafeEqual(given, due) ? plain : undefined
}
