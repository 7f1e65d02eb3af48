import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { PageChoices } from '../form-choices.server.ts'
import type { PracticeError, Typed } from '../practice-form.ts'
import { PracticeForm } from './practice-form.tsx'

type Props = {
  page: { id: string; title: string; documentId: string; textLang: 'it' | 'en'; typed: Typed; choices: PageChoices; editor: boolean }
  refused: { problems: Record<string, PracticeError>; typed: Typed } | undefined
}

/** Editing a sheet: fields and sections as a form, or the text live with others. */
export function EditView({ page, refused }: Props) {
  const { t, href } = useI18n()
  const own = `/scrivania/pratiche/${page.id}`
  const other = page.textLang === 'it' ? 'en' : 'it'
  return (
    <Page
      title={t('practices.editTitle')}
      trail={[
        { path: '/scrivania', label: t('shared.desk') },
        { path: '/scrivania/pratiche', label: t('practices.desk.title') },
        { path: own, label: page.title },
      ]}
    >
      <div className="notice stack">
        <p className="mb-0">{t('practices.editLive')}</p>
        <p className="row-wrap mb-0">
          <a className="btn btn-outline-primary btn-sm" href={href(`/scrivania/testi/${page.documentId}.it`)}>
            <Icon name="pencil" small /> {t('practices.liveItalian')}
          </a>
          <a className="btn btn-outline-primary btn-sm" href={href(`/scrivania/testi/${page.documentId}.en`)}>
            <Icon name="pencil" small /> {t('practices.liveEnglish')}
          </a>
          <a href={`?testo=${other}`}>{other === 'en' ? t('practices.editEnglish') : t('practices.editItalian')}</a>
        </p>
      </div>
      <PracticeForm
        choices={page.choices}
        typed={refused?.typed ?? page.typed}
        problems={refused?.problems}
        editor={page.editor}
        submit={t('practices.save')}
        textLang={page.textLang}
      />
    </Page>
  )
}
