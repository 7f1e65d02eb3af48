import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** A link to a page of this site in the reader's language. */
export function SiteLink({ to, children }: { to: string; children: ReactNode }) {
  const { href } = useI18n()
  return <a href={href(to)}>{children}</a>
}
