import { randomBytes } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Role } from '#app/shared/actor.ts'
import { recordAct } from './audit.server.ts'
import { hashPassword } from './password.server.ts'
import { sameAddress } from './person.ts'

type Input = { email: string; name: string; role: Role; password?: string | undefined }

/** 120 random bits, without letters that read alike. */
export const randomPassword = (): string => randomBytes(15).toString('base64url').replace(/[-_]/g, 'x')

/**
 * Makes a confirmed account from the operator's console (`casa user create`). Without a password one is made and
 * returned. Refusal: `taken`.
 */
export async function createPerson(
  db: Db,
  input: Input,
): Promise<{ ok: true; id: string; password: string } | { ok: false; reason: 'taken' }> {
  const password = input.password ?? randomPassword()
  const passwordHash = await hashPassword(password)
  const id = newId()
  return await db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('person')
      .values({
        id,
        email: sameAddress(input.email),
        name: input.name,
        role: input.role,
        password_hash: passwordHash,
        email_confirmed_at: new Date(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return { ok: false, reason: 'taken' }
    await recordAct(trx, { actorId: null, action: 'person.created', subject: `person:${id}`, detail: { role: input.role } })
    return { ok: true, id, password }
  })
}
