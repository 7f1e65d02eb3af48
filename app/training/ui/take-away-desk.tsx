import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { TextLinks } from '#app/shared/ui/text-links.tsx'
import type { TakeAwaySummary } from '../training.queries.server.ts'
import type { FormAnswer } from './training-forms.tsx'

type Props = {
  takeAways: readonly TakeAwaySummary[]
  /** Path of the session's desk page, without the language. */
  path: string
  mayPublish: boolean
  answer: FormAnswer
}

/** The take-aways of a session for those who write them: order, words, titles, publishing, a new one. */
export function TakeAwayDesk({ takeAways, path, mayPublish, answer }: Props) {
  const { t } = useI18n()
  return (
    <section id="in-sintesi" className="stack">
      <h2>{t('training.takeAways')}</h2>
      <ol className="plain stack">
        {takeAways.map((takeAway) => (
          <li key={takeAway.id}>
            <Row takeAway={takeAway} path={path} mayPublish={mayPublish} />
          </li>
        ))}
      </ol>
      <h3>{t('training.takeAway.add')}</h3>
      <KeptForm answer={answer} action="#in-sintesi">
        <Field name="title_it" label={t('training.form.in.it', { label: t('training.form.title') })} required maxLength={160} />
        <Field name="title_en" label={t('training.form.in.en', { label: t('training.form.title') })} lang="en" maxLength={160} />
        <button type="submit" name="intent" value="create" className="btn btn-outline-primary">
          {t('training.takeAway.create')}
        </button>
      </KeptForm>
    </section>
  )
}

function Row({ takeAway, path, mayPublish }: { takeAway: TakeAwaySummary; path: string; mayPublish: boolean }) {
  const { t, href } = useI18n()
  const fields = { id: takeAway.id }
  const about = takeAway.title_it
  return (
    <article className="card-box">
      <h3 lang="it" dir="ltr">
        {takeAway.title_it}
      </h3>
      <p>
        <span className={takeAway.publishedAt ? 'tag tag-ok' : 'tag'}>
          {t(takeAway.publishedAt ? 'training.public' : 'training.notPublic')}
        </span>
      </p>
      <TextLinks documentId={takeAway.documentId} langs={['it', 'en']} label={t('training.write')} />
      <p>
        <a href={href(`/scrivania/testi/${takeAway.documentId}.it/allegati`)}>
          {t('documents.attachments.manage')} <span className="visually-hidden">{takeAway.title_it}</span>
        </a>
      </p>
      <div className="row-wrap">
        <a className="btn btn-outline-primary btn-sm" href={href(`${path}/in-sintesi/${takeAway.slug}`)}>
          {t('training.takeAway.titles')}
          <span className="visually-hidden"> {about}</span>
        </a>
        <PostButton intent="up" label={t('training.takeAway.up')} about={about} fields={fields} />
        <PostButton intent="down" label={t('training.takeAway.down')} about={about} fields={fields} />
        {mayPublish && (
          <PostButton
            intent="publish"
            label={t(takeAway.publishedAt ? 'training.publishAgain' : 'training.publish')}
            about={about}
            fields={fields}
            primary
          />
        )}
        {mayPublish && takeAway.publishedAt && (
          <PostButton intent="unpublish" label={t('training.unpublish')} about={about} fields={fields} />
        )}
      </div>
    </article>
  )
}
