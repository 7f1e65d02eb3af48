import type { DoneKind } from '#app/shared/http/done-notice.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { ErrorSummary, Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { TextLinks } from '#app/shared/ui/text-links.tsx'
import type { DeskChapter } from '../desk-chapters.queries.server.ts'
import type { FormAnswer } from './chapter-forms.tsx'

type Props = {
  chapters: readonly DeskChapter[]
  editions: readonly string[]
  creates: boolean
  publishes: boolean
  done: DoneKind | undefined
  answer: FormAnswer
}

/** The manual for those who write and publish it. */
export function DeskChapters({ chapters, editions, creates, publishes, done, answer }: Props) {
  const { t, href } = useI18n()
  return (
    <Page title={t('manual.desk.title')} lead={t('manual.desk.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      <div className="stack">
        {done && <Alert kind={done === 'empty' ? 'warning' : 'success'}>{t(`manual.desk.${done}`)}</Alert>}
        <div className="row-wrap">
          {creates && (
            <a className="btn btn-primary" href={href('/scrivania/manuale/nuovo')}>
              {t('manual.desk.create')}
            </a>
          )}
          <a href={href('/manuale')}>{t('manual.desk.view')}</a>
        </div>
        {chapters.length === 0 && <p>{t('manual.desk.none')}</p>}
        <ol className="plain stack page-section">
          {chapters.map((chapter) => (
            <li key={chapter.id}>
              <ChapterRow chapter={chapter} />
            </li>
          ))}
        </ol>
        {publishes && <EditionForm editions={editions} answer={answer} />}
      </div>
    </Page>
  )
}

function ChapterRow({ chapter }: { chapter: DeskChapter }) {
  const { t, href } = useI18n()
  const fields = { chapter: chapter.slug }
  const about = chapter.title_it
  const published = chapter.state === 'published'
  return (
    <article className="card-box">
      <h2>
        <a href={href(`/manuale/${chapter.slug}`)} lang="it" dir="ltr">
          {chapter.number}. {chapter.title_it}
        </a>
      </h2>
      <div className="row-wrap">
        <span className={published ? 'tag tag-ok' : 'tag'}>{t(`manual.state.${chapter.state}`)}</span>
        {chapter.isExample && <span className="tag tag-example">{t('manual.example')}</span>}
        {published && chapter.changed && <span className="tag">{t('manual.desk.changed')}</span>}
      </div>
      <TextLinks documentId={chapter.documentId} langs={chapter.langs} label={t('manual.write')} />
      <div className="row-wrap">
        {chapter.edits && (
          <a className="btn btn-outline-primary btn-sm" href={href(`/scrivania/manuale/${chapter.slug}`)}>
            {t('manual.desk.edit')}
            <span className="visually-hidden"> {about}</span>
          </a>
        )}
        {chapter.edits && !chapter.langs.includes('en') && (
          <PostButton intent="translate" label={t('manual.desk.translate')} about={about} fields={fields} />
        )}
        {chapter.submits && <PostButton intent="submit" label={t('manual.desk.submit')} about={about} fields={fields} />}
        {chapter.returns && <PostButton intent="return" label={t('manual.desk.return')} about={about} fields={fields} />}
        {chapter.publishes && (
          <PostButton
            intent="publish"
            label={t(published ? 'manual.publishAgain' : 'manual.publish')}
            about={about}
            fields={fields}
            primary
          />
        )}
        {chapter.publishes && published && <PostButton intent="unpublish" label={t('manual.unpublish')} about={about} fields={fields} />}
      </div>
    </article>
  )
}

function EditionForm({ editions, answer }: { editions: readonly string[]; answer: FormAnswer }) {
  const { t } = useI18n()
  return (
    <section id="edizione" className="page-section">
      <h2>{t('manual.edition.new')}</h2>
      <p className="measure">{t('manual.edition.newHint')}</p>
      {editions.length > 0 && <p>{t('manual.edition.existing', { versions: editions.join(', ') })}</p>}
      <ErrorSummary errors={answer?.errors} />
      <form method="post" action="#edizione">
        <Field
          name="version"
          label={t('manual.edition.version')}
          hint={t('manual.edition.versionHint')}
          required
          maxLength={10}
          defaultValue={answer?.typed.version}
          error={answer?.errors.version}
        />
        <TextArea
          name="note_it"
          label={t('manual.edition.noteIt')}
          maxLength={2000}
          defaultValue={answer?.typed.note_it}
          error={answer?.errors.note_it}
        />
        <TextArea
          name="note_en"
          label={t('manual.edition.noteEn')}
          lang="en"
          maxLength={2000}
          defaultValue={answer?.typed.note_en}
          error={answer?.errors.note_en}
        />
        <button type="submit" name="intent" value="edition" className="btn btn-primary">
          {t('manual.edition.publish')}
        </button>
      </form>
    </section>
  )
}
