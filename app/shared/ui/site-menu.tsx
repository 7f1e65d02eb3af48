import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'
import type { MenuEntry, MenuGroup, SiteFrame } from './site-frame.ts'

type MenuProps = { entries: SiteFrame['menu']; path: string }

function EntryLink({ entry, path }: { entry: MenuEntry; path: string }) {
  const { t, href } = useI18n()
  const address = href(entry.path)
  const here = path === address ? 'page' : path.startsWith(`${address}/`) ? 'true' : undefined
  return (
    <a href={address} aria-current={here}>
      {t(`shared.menu.${entry.label}`)}
    </a>
  )
}

function EntryList({ entries, path }: { entries: MenuEntry[]; path: string }) {
  return (
    <ul className="plain">
      {entries.map((entry) => (
        <li key={entry.path}>
          <EntryLink entry={entry} path={path} />
        </li>
      ))}
    </ul>
  )
}

/** A word that opens its pages: a details element, so it works without JavaScript. */
function Drawer({ group, path }: { group: MenuGroup; path: string }) {
  const { t, href } = useI18n()
  const holdsPage = group.entries.some((entry) => path === href(entry.path) || path.startsWith(`${href(entry.path)}/`))
  return (
    <details name="menu" data-dismiss>
      <summary className={holdsPage ? 'here' : undefined}>
        {t(`shared.menu.${group.label}`)}
        <Icon name="expand" small />
      </summary>
      <EntryList entries={group.entries} path={path} />
    </details>
  )
}

/** The menu in a row, for wide screens. */
export function WideMenu({ entries, path }: MenuProps) {
  const { t } = useI18n()
  return (
    <nav className="menu-wide wrap" aria-label={t('shared.mainMenu')} data-element="main-navigation">
      <ul className="plain">
        {entries.map((entry) => (
          <li key={entry.label}>{'path' in entry ? <EntryLink entry={entry} path={path} /> : <Drawer group={entry} path={path} />}</li>
        ))}
      </ul>
    </nav>
  )
}

/** The menu behind one button, for phones: groups are shown open under their word. */
export function PhoneMenu({ entries, path }: MenuProps) {
  const { t } = useI18n()
  return (
    <details className="menu-phone" data-dismiss>
      <summary aria-label={t('shared.menuButton')}>
        <Icon name="burger" />
      </summary>
      <nav aria-label={t('shared.mainMenu')}>
        <ul className="plain">
          {entries.map((entry) => (
            <li key={entry.label}>
              {'path' in entry ? (
                <EntryLink entry={entry} path={path} />
              ) : (
                <>
                  <span className="group">{t(`shared.menu.${entry.label}`)}</span>
                  <EntryList entries={entry.entries} path={path} />
                </>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}
