import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { PageText } from '../page-text.ts'
import type { SiteFacts } from '../site-facts.ts'

/** One of the site's own pages: its text in the reader's language. */
export function TextPage({ title, text, facts }: { title: string; text: PageText; facts: SiteFacts }) {
  const { lang } = useI18n()
  const { lead, Text } = text.byLanguage[lang]
  return (
    <Page title={title} lead={lead}>
      <div className="reading">
        <Text facts={facts} />
      </div>
    </Page>
  )
}
