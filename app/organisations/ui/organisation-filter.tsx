import { Field, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pick } from '#app/shared/languages.ts'
import { type Territory, territoryLevels } from '#app/territories/territory.ts'
import type { OrganisationKind } from '../organisation.ts'

type Props = {
  query: { q: string; kind?: OrganisationKind | undefined; territory?: string | undefined }
  /** Kinds and places that some body has. */
  kinds: OrganisationKind[]
  territories: Territory[]
}

/** Search and filters as a GET form: the address carries everything. */
export function OrganisationFilter({ query, kinds, territories }: Props) {
  const { t, lang } = useI18n()
  const any = { value: '', label: t('organisations.list.any') }
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, lang)
  const kindOptions = kinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) })).sort(byName)
  const places = territoryLevels.flatMap((level) =>
    territories
      .filter((territory) => territory.level === level)
      .map(({ id, name_it, name_en }) => ({
        value: id,
        label: t(`organisations.place.${level}`, { name: pick(lang, name_it, name_en).text }),
      }))
      .sort(byName),
  )
  return (
    <form role="search" aria-label={t('organisations.list.search')}>
      <Field name="q" type="search" label={t('organisations.list.searchField')} defaultValue={query.q} maxLength={100} />
      <Select name="kind" label={t('organisations.field.kind')} options={[any, ...kindOptions]} defaultValue={query.kind ?? ''} />
      <Select name="territory" label={t('organisations.field.territory')} options={[any, ...places]} defaultValue={query.territory ?? ''} />
      <button type="submit" className="btn btn-primary">
        {t('organisations.list.search')}
      </button>
    </form>
  )
}
