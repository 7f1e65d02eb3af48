import { type Role, roles } from '../actor.ts'
import { deskPlaces } from './desk-places.ts'
import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'

type DeskNavProps = { path: string; role: Role }

function Places({ path, role }: DeskNavProps) {
  const { t, href } = useI18n()
  const allowed = deskPlaces.filter((place) => roles.indexOf(role) >= roles.indexOf(place.role))
  return (
    <ul className="plain">
      {allowed.map((place) => {
        const address = href(place.path)
        const here = path === address || (place.path !== '/scrivania' && path.startsWith(`${address}/`))
        return (
          <li key={place.name}>
            <a href={address} aria-current={path === address ? 'page' : here ? 'true' : undefined}>
              <Icon name={place.icon} small />
              {t(`shared.place.${place.name}`)}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** The signed-in person's side navigation; on phones it folds behind its name. */
export function DeskNav({ path, role }: DeskNavProps) {
  const { t } = useI18n()
  return (
    <nav className="desk-nav no-print" aria-label={t('shared.desk')}>
      <details data-dismiss>
        <summary>
          <Icon name="list" small />
          {t('shared.desk')}
          <Icon name="expand" small />
        </summary>
        <Places path={path} role={role} />
      </details>
      <div className="desk-nav-wide">
        <Places path={path} role={role} />
      </div>
    </nav>
  )
}
