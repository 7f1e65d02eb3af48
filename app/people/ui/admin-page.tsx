import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'

/** Last parts of the administrator's addresses. */
export const adminPlaces = ['persone', 'inviti', 'appartenenze', 'posta'] as const

type Props = { title: string; top?: boolean; below?: (typeof adminPlaces)[number]; children: ReactNode }

/** A page of the administration; `below` is the list a detail page belongs to. */
export function AdminPage({ title, top, below, children }: Props) {
  const { t } = useI18n()
  const root = '/scrivania/amministrazione'
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    ...(top ? [] : [{ path: root, label: t('people.admin.title') }]),
    ...(below ? [{ path: `${root}/${below}`, label: t(`people.admin.place.${below}`) }] : []),
  ]
  return (
    <Page title={title} trail={trail}>
      {children}
    </Page>
  )
}
