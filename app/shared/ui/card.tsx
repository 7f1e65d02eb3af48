import type { ReactNode } from 'react'

type CardProps = {
  href: string
  title: string
  /** Language of title and text when it is not the page's. */
  lang?: string
  kind?: string
  badges?: ReactNode
  foot?: ReactNode
  level?: 2 | 3
  children?: ReactNode
}

/** A record in a list: kind, title as the link, one line, where and when. */
export function Card({ href, title, lang, kind, badges, foot, level = 2, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <article className="card-box">
      {kind && <span className="card-kind">{kind}</span>}
      <Heading lang={lang} dir={lang ? 'auto' : undefined}>
        <a href={href}>{title}</a>
      </Heading>
      {children && (
        <div lang={lang} dir={lang ? 'auto' : undefined}>
          {children}
        </div>
      )}
      {badges && <div className="row-wrap">{badges}</div>}
      {foot && <div className="card-foot">{foot}</div>}
    </article>
  )
}
