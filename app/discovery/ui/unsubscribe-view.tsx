import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'

type Props = {
  /** What the link stops; undefined when it is not one of ours. */
  stops: 'all' | 'one' | undefined
  done: boolean
}

/** Stopping alerts without signing in: one button, since programs that check mail follow links by themselves. */
export function UnsubscribeView({ stops, done }: Props) {
  const { t, href } = useI18n()
  return (
    <Page title={t('discovery.stop.title')}>
      {!stops ? (
        <Alert kind="danger">{t('discovery.stop.unknown')}</Alert>
      ) : done ? (
        <Alert kind="success">{t(`discovery.stop.done.${stops}`)}</Alert>
      ) : (
        <form method="post">
          <p>{t(`discovery.stop.ask.${stops}`)}</p>
          <button type="submit" className="btn btn-primary">
            {t('discovery.stop.submit')}
          </button>
        </form>
      )}
      <p>
        <a href={href('/scrivania/ricerche')}>{t('discovery.stop.manage')}</a>
      </p>
    </Page>
  )
}
