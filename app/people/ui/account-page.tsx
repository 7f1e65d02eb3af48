import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'

/** A page below "my account". */
export function AccountPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useI18n()
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/account', label: t('people.account.title') },
  ]
  return (
    <Page title={title} lead={lead} trail={trail}>
      {children}
    </Page>
  )
}
