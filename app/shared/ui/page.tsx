import type { ReactNode } from 'react'
import { dirOf } from '../languages.ts'
import { useI18n } from './i18n.tsx'

export type Crumb = { path: string; label: string }

type BreadcrumbProps = { trail?: Crumb[]; here: string; hereLang?: string }

/** Breadcrumb from home to here; `here` is the current page's name, in a language of its own where it has one. */
export function Breadcrumb({ trail = [], here, hereLang }: BreadcrumbProps) {
  const { t, href } = useI18n()
  return (
    <nav className="breadcrumb-nav" aria-label={t('shared.breadcrumb')}>
      <ol className="breadcrumb plain">
        {[{ path: '/', label: t('shared.home') }, ...trail].map((crumb) => (
          <li key={crumb.path} className="breadcrumb-item">
            <a href={href(crumb.path)}>{crumb.label}</a>
            <span className="separator" aria-hidden="true">
              /
            </span>
          </li>
        ))}
        <li className="breadcrumb-item active" aria-current="page">
          {hereLang ? <bdi lang={hereLang}>{here}</bdi> : here}
        </li>
      </ol>
    </nav>
  )
}

type PageProps = { title: string; lead?: ReactNode; trail?: Crumb[]; here?: string; titleLang?: string; children: ReactNode }

/** A page's container: breadcrumb, the one H1, an introduction, the content. */
export function Page({ title, lead, trail, here, titleLang, children }: PageProps) {
  return (
    <div className="wrap page">
      <Breadcrumb trail={trail} here={here ?? title} hereLang={here ? undefined : titleLang} />
      <h1 lang={titleLang} dir={titleLang && dirOf(titleLang)}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}
