import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon, type IconName } from '#app/shared/ui/icon.tsx'

type DoorProps = { path: string; icon: IconName; title: string; text: string; more: string }

function Door({ path, icon, title, text, more }: DoorProps) {
  const { href } = useI18n()
  return (
    <article className="card-box door">
      <Icon name={icon} />
      <h2>
        <a href={href(path)}>{title}</a>
      </h2>
      <p>{text}</p>
      <span className="more" aria-hidden="true">
        {more} <Icon name="arrow-right" turn small />
      </span>
    </article>
  )
}

/** The three ways in: find, read, take part. A door stands only while there is something behind it; training is the third until a process is open. */
export function HomeDoors({ counts }: { counts: Record<string, number> }) {
  const { t } = useI18n()
  const { practice = 0, chapter = 0, programme = 0, process = 0 } = counts
  return (
    <div className="doors">
      {practice > 0 && (
        <Door
          path="/buone-pratiche"
          icon="search"
          title={t('about.home.find.title')}
          text={t('about.home.find.text')}
          more={t('about.home.find.more', { n: practice })}
        />
      )}
      {chapter > 0 && (
        <Door
          path="/manuale"
          icon="note"
          title={t('about.home.read.title')}
          text={t('about.home.read.text')}
          more={t('about.home.read.more', { n: chapter })}
        />
      )}
      {process > 0 && (
        <Door
          path="/partecipa"
          icon="comment"
          title={t('about.home.takePart.title')}
          text={t('about.home.takePart.text')}
          more={t('about.home.takePart.more')}
        />
      )}
      {programme > 0 && process === 0 && (
        <Door
          path="/formazione"
          icon="comment"
          title={t('about.home.join.title')}
          text={t('about.home.join.text')}
          more={t('about.home.join.more')}
        />
      )}
    </div>
  )
}
