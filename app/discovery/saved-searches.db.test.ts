import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { closeAccount } from '#app/people/close-account.server.ts'
import { readOwnData } from '#app/people/own-data.queries.server.ts'
import { hashPassword } from '#app/people/password.server.ts'
import type { Person } from '#app/shared/actor.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { indexRecord } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { aPerson } from '#tests/support/factories.ts'
import { aPublicSheet } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { changeSavedSearch } from './change-saved-search.server.ts'
import { discoveryTasks } from './discovery-jobs.server.ts'
import { saveSearch } from './save-search.server.ts'
import { listSavedSearches } from './saved-search.queries.server.ts'
import { searchFeed } from './search-feed.server.ts'
import { peopleToTell, sendDigest } from './send-digest.server.ts'
import { peekUnsubscribe, unsubscribe } from './unsubscribe.server.ts'

const { db } = await useTestDatabase()
const search = createPostgresEngine(db)
const appUrl = 'https://casa.example'
const it_ = { db, t: translator('it'), lang: 'it' as const }

const DAY = 86_400_000
const tomorrow = new Date(Date.now() + DAY)
const publish = async (sheet: Parameters<typeof aPublicSheet>[1]) => {
  const id = await aPublicSheet(db, sheet)
  await indexRecord(db, [search], id)
  return id
}
const save = async (actor: Person, query: string, more: Partial<Parameters<typeof saveSearch>[2]> = {}) => {
  const outcome = await saveSearch(db, actor, { name: 'La mia ricerca', frequency: 'daily', query, ...more })
  return outcome.ok ? outcome.id : outcome.reason
}
/** As if it had been saved so many days ago and looked at then. */
const age = (id: string, days: number) =>
  sql`update saved_search set created_at = now() - ${days} * interval '1 day', started_at = now() - ${days} * interval '1 day',
    checked_at = now() - ${days} * interval '1 day' where id = ${id}`.execute(db)
const tell = (person: Person, now = tomorrow) => sendDigest({ db, search, appUrl, now }, person.id)
const mails = (person: Person) => db.selectFrom('kept_mail').selectAll().where('recipient', '=', person.email).orderBy('id').execute()

describe('Saving a search', () => {
  it('keeps one text for one search, however its address was written, and refuses what asks for nothing', async () => {
    const person = await aPerson(db)
    expect(await save(person, 'page=7&sort=title&type=practice,pact&q=+casa+')).toMatch(/-/)
    expect(await save(person, 'q=casa&type=practice&type=pact')).toBe('already-saved')
    expect(await save(person, 'page=2')).toBe('nothing-asked')
    expect(await listSavedSearches(it_, person)).toMatchObject([
      { query: '?q=casa&type=practice&type=pact', words: ['“casa”', 'Buone pratiche', 'Patti di collaborazione'], lost: false },
    ])
  })

  it('stops at fifty', async () => {
    const person = await aPerson(db)
    for (let n = 0; n < 50; n += 1) await save(person, `q=parola${n}`)
    expect(await save(person, 'q=ancora')).toBe('too-many')
  })

  it('is changed by its owner only: for anybody else it is not there', async () => {
    const [owner, other] = [await aPerson(db), await aPerson(db)]
    const id = await save(owner, 'q=casa')
    for (const intent of ['pause', 'resume', 'delete'] as const)
      await expect(changeSavedSearch(db, other, { intent, id })).rejects.toThrow('not-found')
    await changeSavedSearch(db, owner, { intent: 'change', id, name: 'Altro nome', frequency: 'weekly' })
    await changeSavedSearch(db, owner, { intent: 'pause', id })
    expect(await listSavedSearches(it_, owner)).toMatchObject([{ name: 'Altro nome', frequency: 'weekly', paused: true }])
    await changeSavedSearch(db, owner, { intent: 'delete', id })
    expect(await listSavedSearches(it_, owner)).toEqual([])
  })
})

describe('A person’s saved searches', () => {
  it('are in the export of their own data, and go with the account', async () => {
    const person = await aPerson(db, { password_hash: await hashPassword('una parola lunga') })
    await save(person, 'q=casa', { name: 'Casa' })
    expect((await readOwnData(db, person.id)).savedSearches).toMatchObject([{ name: 'Casa', query: 'q=casa' }])
    expect(await closeAccount(db, person, { current: 'una parola lunga' })).toEqual({ ok: true })
    expect(await listSavedSearches(it_, person)).toEqual([])
  })
})

describe('The mail about what is new', () => {
  it('is one for all searches of a person, with what came since the last time and nothing else', async () => {
    const person = await aPerson(db, { name: 'Dafne Prova' })
    await publish({ title: 'Portierato sociale di ieri', publishedAt: new Date(Date.now() - 30 * DAY) })
    const first = await save(person, 'q=portierato', { name: 'Portierato' })
    const second = await save(person, 'q=falegnameria', { name: 'Falegnameria' })
    for (const id of [first, second]) await age(id, 3)
    await publish({ title: 'Portierato di quartiere' })
    await publish({ title: 'Falegnameria di comunità' })
    expect(await tell(person)).toBe(2)
    const [mail, ...others] = await mails(person)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('2 novità per le tue ricerche')
    expect(mail?.body_text).toContain('Dafne Prova')
    for (const words of ['Portierato di quartiere', 'Falegnameria di comunità', 'https://casa.example/it/buone-pratiche/scheda-'])
      expect(mail?.body_text).toContain(words)
    expect(mail?.body_text).not.toContain('di ieri')
    expect(mail?.unsubscribe_url).toMatch(/^https:\/\/casa\.example\/it\/avvisi\/disiscrizione\?token=/)
  })

  it('is not written when nothing is new, nor twice about the same record', async () => {
    const person = await aPerson(db)
    const id = await save(person, 'q=apicoltura')
    expect(await tell(person)).toBe(0)
    await age(id, 3)
    await publish({ title: 'Apicoltura urbana' })
    expect(await tell(person)).toBe(1)
    // The same day runs again, and the next day looks a day back.
    expect(await tell(person)).toBe(0)
    await sql`update saved_search set checked_at = now() - interval '1 hour' where id = ${id}`.execute(db)
    expect(await tell(person)).toBe(0)
    expect(await mails(person)).toHaveLength(1)
  })

  it('tells of a record the index learnt of late', async () => {
    const person = await aPerson(db)
    const id = await save(person, 'q=ceramica')
    await age(id, 3)
    const late = await aPublicSheet(db, { title: 'Ceramica insieme' })
    expect(await tell(person, new Date())).toBe(0)
    await indexRecord(db, [search], late)
    expect(await tell(person, tomorrow)).toBe(1)
  })

  it('never holds what is no longer public, though the index still does', async () => {
    const person = await aPerson(db)
    await age(await save(person, 'q=tessitura'), 3)
    const id = await publish({ title: 'Tessitura segreta' })
    await db.updateTable('practice').set({ state: 'draft' }).where('id', '=', id.split(':')[1]!).execute()
    expect((await search.search({ text: 'tessitura', lang: 'it' })).total).toBe(1)
    expect(await tell(person)).toBe(0)
  })

  it('tells only what holds all the words, though the page shows what is near besides', async () => {
    const person = await aPerson(db)
    await age(await save(person, 'q=mosaico+velieri'), 3)
    await publish({ title: 'Mosaico e velieri' })
    for (const title of ['Mosaico e basta', 'Velieri e basta']) await publish({ title })
    expect((await search.search({ text: 'mosaico velieri', lang: 'it' })).total).toBe(3)
    expect(await tell(person)).toBe(1)
    expect((await mails(person))[0]?.body_text).not.toContain('e basta')
  })

  it('is in the person’s language, and not for closed or suspended accounts', async () => {
    const [arabic, suspended] = [await aPerson(db, { locale: 'ar' }), await aPerson(db, { suspended_at: new Date() })]
    for (const person of [arabic, suspended]) await age(await save(person, 'q=orticoltura'), 3)
    await publish({ title: 'Orticoltura condivisa' })
    expect(await tell(arabic)).toBe(1)
    expect(await tell(suspended)).toBe(0)
    const [mail] = await mails(arabic)
    expect(mail?.subject).toBe('نتيجة جديدة لعمليات بحثك')
    expect(mail?.body_text).toContain('https://casa.example/ar/cerca?q=orticoltura&sort=newest')
  })

  it('stays silent when a filter of the search is gone: it would tell too much', async () => {
    const person = await aPerson(db)
    await age(await save(person, 'q=restauro&theme=theme:housing'), 3)
    await sql`update saved_search set query = 'q=restauro&theme=theme:gone' where person_id = ${person.id}`.execute(db)
    await publish({ title: 'Restauro partecipato' })
    expect(await tell(person)).toBe(0)
    expect(await listSavedSearches(it_, person)).toMatchObject([{ lost: true }])
  })

  it('is looked for by the job for those who may have one', async () => {
    const [daily, feed, paused] = [await aPerson(db), await aPerson(db), await aPerson(db)]
    await age(await save(daily, 'q=sartoria'), 2)
    await age(await save(feed, 'q=sartoria', { frequency: 'feed' }), 2)
    const id = await save(paused, 'q=sartoria')
    await age(id, 2)
    await changeSavedSearch(db, paused, { intent: 'pause', id })
    const people = await peopleToTell(db)
    expect(people).toContain(daily.id)
    expect(people).not.toContain(feed.id)
    expect(people).not.toContain(paused.id)
    await discoveryTasks({ db, search, appUrl })['search-digests']?.({}, { attempt: 1, lastTry: false })
    const { rows } = await sql`select from graphile_worker.jobs where key = ${`search-digest:${daily.id}`}`.execute(db)
    expect(rows).toHaveLength(1)
  })

  it('does not tell afterwards what came while the search was paused', async () => {
    const person = await aPerson(db)
    const id = await save(person, 'q=panificio')
    await age(id, 5)
    await changeSavedSearch(db, person, { intent: 'pause', id })
    await publish({ title: 'Panificio sociale' })
    await changeSavedSearch(db, person, { intent: 'resume', id })
    expect(await tell(person)).toBe(0)
  })
})

describe('Stopping the mails without signing in', () => {
  it('pauses one search or all, again and again to the same effect, and nobody else’s', async () => {
    const [person, other] = [await aPerson(db), await aPerson(db)]
    for (const who of [person, other]) for (const q of ['liutaio', 'sarto']) await age(await save(who, `q=${q}`), 3)
    await publish({ title: 'Il liutaio e il sarto' })
    await tell(person)
    const text = (await mails(person))[0]?.body_text ?? ''
    const [one, , all] = [...text.matchAll(/token=(\S+)/g)].map(([, token = '']) => decodeURIComponent(token))
    const paused = async (who: Person) => (await listSavedSearches(it_, who)).filter((line) => line.paused).length
    expect(await peekUnsubscribe(db, one!)).toBe('one')
    expect(await paused(person)).toBe(0)
    expect(await unsubscribe(db, one!)).toBe('one')
    expect(await paused(person)).toBe(1)
    expect([await unsubscribe(db, all!), await unsubscribe(db, all!)]).toEqual(['all', 'all'])
    expect(await paused(person)).toBe(2)
    expect(await paused(other)).toBe(0)
    expect(await unsubscribe(db, `${all}x`)).toBeUndefined()
  })
})

describe('The feed of a search', () => {
  const feed = async (query: string) => {
    const answer = await searchFeed({
      db,
      search,
      origin: appUrl,
      lang: 'it',
      address: new URLSearchParams(query),
      self: `/it/cerca/feed.atom?${query}`,
    })
    return await answer.text()
  }

  it('holds what the page would, newest first, and names itself and the page', async () => {
    await publish({ title: 'Ciclofficina vecchia', publishedAt: new Date('2026-01-01'), terms: ['theme:housing'] })
    await publish({ title: 'Ciclofficina nuova', publishedAt: new Date('2026-02-01'), terms: ['theme:housing'] })
    await publish({ title: 'Ciclofficina altrove' })
    const text = await feed('q=ciclofficina&theme=theme:housing')
    expect([...text.matchAll(/<title>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Novità di Casa Comune · “ciclofficina” · Casa',
      'Ciclofficina nuova',
      'Ciclofficina vecchia',
    ])
    expect(text).toContain('<link href="https://casa.example/it/cerca?q=ciclofficina&amp;theme=theme%3Ahousing&amp;sort=newest"/>')
  })

  it('is empty when nothing holds all the words or a filter is gone, never everything', async () => {
    for (const query of ['q=ciclofficina+inesistentissima', 'theme=theme:gone', 'like=comune:000000'])
      expect(await feed(query)).not.toContain('<entry>')
    expect(await feed('')).toContain('<entry>')
  })
})
