import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { newCode, secretHash } from '../proposals/proposal-code.server.ts'
import { parseFields } from '../proposals/proposal.schema.ts'

/** Nobody's: the domain is set apart for examples (RFC 2606). It also tells the example from what people sent. */
const sender = 'proposta-di-esempio@example.org'

/** A proposal waiting in the editors' queue, so that a first visit finds one to try. */
export async function seedExampleProposal(trx: Db): Promise<void> {
  const now = new Date()
  const fields = parseFields({
    title: 'Esempio: una portineria di quartiere',
    summary: 'Esempio di proposta arrivata da chi non ha un account: uno sportello con custode sociale al piano terra.',
    place: 'Firenze',
    body: 'Ente di esempio',
    how: 'È un testo di esempio. Il custode apre ogni mattina, raccoglie i bisogni e mette in contatto gli abitanti con i servizi.',
    email: sender,
  })
  const times = { started_at: now, updated_at: now, sent_at: now, confirmed_at: now }
  await trx
    .insertInto('practice_proposal')
    .values({
      id: newId(),
      code_hash: secretHash(newCode()),
      state: 'received',
      lang: 'it',
      fields: JSON.stringify(fields),
      email: sender,
      ...times,
    })
    .execute()
}

export async function removeExampleProposal(trx: Db): Promise<void> {
  await trx.deleteFrom('practice_proposal').where('email', '=', sender).execute()
}
