import type { Role } from '../actor.ts'
import type { Lang } from '../languages.ts'

/** A page of the menu. Entries exist only while their page has content (ui.md). */
export type MenuEntry = {
  path: string
  label: 'practices' | 'manual' | 'training' | 'participate' | 'pacts' | 'glossary' | 'map' | 'organisations' | 'projects'
}
/** Several pages under one word. */
export type MenuGroup = { label: 'tools' | 'territories'; entries: MenuEntry[] }

/** What every page's frame (header, footer, head) needs, from the root loader. */
export type SiteFrame = {
  lang: Lang
  path: string
  query: string
  nonce: string
  requestId: string
  origin: string
  organisation: string | undefined
  demonstration: boolean
  menu: (MenuEntry | MenuGroup)[]
  person: { name: string; role: Role } | undefined
  sourceUrl: string | undefined
  /** When what this page shows was last published; a page of one record knows better (`head.updatedOn`). */
  updatedOn: string | undefined
}
