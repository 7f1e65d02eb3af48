import { TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { commentLimit } from '../page-answer.ts'

type Props = { page: string; back: string; comment?: string; error?: string }

/** The question of the design guidelines for public services: two buttons, and words for those who have some. */
export function UsefulForm({ page, back, comment, error }: Props) {
  const { t, href } = useI18n()
  return (
    <form method="post" action={href('/utile')} className="useful" data-element="feedback" aria-labelledby="useful-title">
      <h2 id="useful-title" className="h5" data-element="feedback-title">
        {t('about.useful.title')}
      </h2>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="back" value={back} />
      <details open={Boolean(comment) || Boolean(error) || undefined}>
        <summary>{t('about.useful.add')}</summary>
        <TextArea
          id="f-useful-comment"
          name="comment"
          label={t('about.useful.comment')}
          hint={t('about.useful.hint')}
          error={error}
          defaultValue={comment}
          maxLength={commentLimit}
          rows={2}
        />
      </details>
      <div className="row-wrap">
        <button type="submit" name="answer" value="yes" className="btn btn-outline-primary btn-sm" data-element="feedback-rate-yes">
          {t('about.useful.yes')}
        </button>
        <button type="submit" name="answer" value="no" className="btn btn-outline-primary btn-sm" data-element="feedback-rate-no">
          {t('about.useful.no')}
        </button>
      </div>
    </form>
  )
}
