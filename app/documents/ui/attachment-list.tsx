import { localeOf, pick } from '#app/shared/languages.ts'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { type Attachment, kindLabel } from '../attachments/attachment.ts'

/** `1,2 MB`, `340 kB`: sizes as the reader's language writes them. */
export function useFileSize(): (bytes: number) => string {
  const { lang } = useI18n()
  return (bytes) => {
    const [amount, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'megabyte'] : [Math.max(1, Math.round(bytes / 1_000)), 'kilobyte']
    return new Intl.NumberFormat(localeOf[lang], { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount)
  }
}

/** One file: its title, what it is and how big, before anybody starts to download it. */
export function AttachmentLink({ attachment }: { attachment: Attachment }) {
  const { lang } = useI18n()
  const size = useFileSize()
  const title = pick(lang, attachment.title_it, attachment.title_en)
  return (
    <a href={`/file/${attachment.fileId}/${attachment.name}`} download>
      <Icon name="download" small /> <bdi {...languageOfContent(title.lang, lang)}>{title.text}</bdi>{' '}
      <span className="muted">
        (<bdi>{kindLabel(attachment.mediaType)}</bdi>, <bdi>{size(attachment.size)}</bdi>)
      </span>
    </a>
  )
}

/** The files that come with a published text. Renders nothing when there are none. */
export function AttachmentList({ attachments, titled = true }: { attachments: readonly Attachment[]; titled?: boolean }) {
  const { t } = useI18n()
  if (attachments.length === 0) return null
  const list = (
    <ul className="plain attachments">
      {attachments.map((attachment) => (
        <li key={attachment.fileId}>
          <AttachmentLink attachment={attachment} />
        </li>
      ))}
    </ul>
  )
  if (!titled) return list
  return (
    <section aria-labelledby="attachments">
      <h2 id="attachments">{t('documents.attachments.title')}</h2>
      {list}
    </section>
  )
}
