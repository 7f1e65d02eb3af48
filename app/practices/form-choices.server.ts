import type { Db } from '#db/connection.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { listOrganisationNames } from '#app/organisations/organisation.queries.server.ts'
import { listTerritories } from '#app/territories/territory.queries.server.ts'
import { listTerms } from '#app/themes/term.queries.server.ts'
import { type Lang } from '#app/shared/languages.ts'
import { termName } from '#app/themes/term.ts'

/** What the form of a sheet offers: names of places and bodies with their ids, and the managed lists. */
export async function formChoices(db: Db, t: Translate, lang: Lang) {
  const [territories, organisations, terms] = await Promise.all([listTerritories(db), listOrganisationNames(db), listTerms(db)])
  return {
    territories: new Map(
      territories.map(({ id, level, name_it, name_en }) => [
        t(`practices.placeName.${level}`, { name: lang === 'it' ? name_it : name_en }),
        id,
      ]),
    ),
    organisations: new Map(organisations.map(({ id, name }) => [name, id])),
    terms: terms.map((term) => ({ value: term.id, label: termName(term, lang), list: term.list })),
  }
}
export type FormChoices = Awaited<ReturnType<typeof formChoices>>

/** The same for the page: names only, since the form sends names. */
export const choicesForPage = ({ territories, organisations, terms }: FormChoices) => ({
  territories: [...territories.keys()],
  organisations: [...organisations.keys()],
  terms,
})
export type PageChoices = ReturnType<typeof choicesForPage>
