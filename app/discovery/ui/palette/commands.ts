import { type Role, roles } from '#app/shared/actor.ts'
import { deskPlaces } from '#app/shared/ui/desk-places.ts'
import type { SiteFrame } from '#app/shared/ui/site-frame.ts'
import type { Translate } from '#app/shared/messages/translator-of.ts'

/** Something the palette leads to: what it is called, what sort of thing it is, where it is. */
export type Command = { label: string; kind: string; url: string }

/** What one can begin, and from which role on. Each has a route that asks for the same role. */
const beginnings = [
  { name: 'practice', path: '/buone-pratiche/proponi', role: 'member' },
  { name: 'chapter', path: '/scrivania/manuale/nuovo', role: 'facilitator' },
  { name: 'programme', path: '/scrivania/formazione/nuovo', role: 'facilitator' },
] as const satisfies readonly { name: string; path: string; role: Role }[]

const may = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least)

/** Everything a person may go to or begin: the desk's places, the public pages of the menu, new texts. */
export function commandsFor(
  t: Translate,
  href: (path: string) => string,
  { role, menu }: { role: Role; menu: SiteFrame['menu'] },
): Command[] {
  const pages = menu.flatMap((entry) => ('entries' in entry ? entry.entries : [entry]))
  return [
    ...beginnings
      .filter((one) => may(role, one.role))
      .map((one) => ({ label: t(`discovery.palette.begin.${one.name}`), kind: t('discovery.palette.kind.begin'), url: href(one.path) })),
    ...deskPlaces
      .filter((place) => may(role, place.role))
      .map((place) => ({ label: t(`shared.place.${place.name}`), kind: t('discovery.palette.kind.desk'), url: href(place.path) })),
    ...pages.map((page) => ({ label: t(`shared.menu.${page.label}`), kind: t('discovery.palette.kind.page'), url: href(page.path) })),
    { label: t('shared.home'), kind: t('discovery.palette.kind.page'), url: href('/') },
  ]
}
