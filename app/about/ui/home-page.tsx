import { PracticeCard } from '#app/practices/ui/practice-card.tsx'
import { HouseMark } from '#app/shared/ui/house-mark.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { SearchForm } from '#app/shared/ui/search-form.tsx'
import type { HomeData } from '../home.ts'
import { HomeDoors } from './home-doors.tsx'
import { HomeFigures } from './home-figures.tsx'
import { HomeMeeting } from './home-meeting.tsx'

/** Words people search for, as links: Italian words find Italian and English texts alike. */
const hints: Record<string, string[]> = {
  it: ['affitto garantito', 'Housing First', 'coabitazione', 'agenzia sociale per la casa'],
  en: ['rent guarantee', 'Housing First', 'cohousing', 'social housing agency'],
  ar: ['Housing First', 'coabitazione', 'affitto'],
}

function Hero() {
  const { t, lang, href } = useI18n()
  return (
    <section className="hero">
      <div className="wrap">
        <HouseMark />
        <h1>{t('about.home.title')}</h1>
        <p className="lead">{t('about.home.lead')}</p>
        <SearchForm id="home-q" className="search-big" placeholder={t('about.home.search')} />
        <p className="hints mb-0">
          <span>{t('about.home.tryWith')}</span>
          {hints[lang]?.map((words) => (
            <a key={words} href={href(`/cerca?q=${encodeURIComponent(words)}`)} lang={lang === 'ar' ? 'it' : undefined}>
              {words}
            </a>
          ))}
        </p>
      </div>
    </section>
  )
}

function Highlights({ practices, total }: { practices: HomeData['highlights']; total: number }) {
  const { t, href } = useI18n()
  return (
    <section className="wrap band" aria-labelledby="highlights">
      <div className="band-head">
        <h2 id="highlights">{t('about.home.highlights')}</h2>
        <a className="more" href={href('/buone-pratiche')}>
          {t('about.home.allPractices')} ({total}) <Icon name="arrow-right" turn small />
        </a>
      </div>
      <ul className="cards cards-3">
        {practices.map((practice) => (
          <li key={practice.id}>
            <PracticeCard card={practice} level={3} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Home: search first, three doors, what to read, when we meet, where it happens (ui.md, page 1). */
export function HomePage({ home }: { home: HomeData }) {
  const { t, lang, href } = useI18n()
  return (
    <>
      <Hero />
      <div className="wrap band">
        <HomeDoors counts={home.counts} />
        <p className="mt-4 mb-0">
          <a className="btn btn-outline-primary" href={`/p?l=${lang}`}>
            <Icon name="key" small /> {t('about.home.haveCode')}
          </a>
        </p>
      </div>
      {home.meeting && (
        <div className="band-soft">
          <div className="wrap band">
            <HomeMeeting meeting={home.meeting} />
          </div>
        </div>
      )}
      {home.highlights.length > 0 && <Highlights practices={home.highlights} total={home.counts.practice ?? 0} />}
      <HomeFigures home={home} />
      <section className="share-band" aria-labelledby="share">
        <div className="wrap">
          <div>
            <h2 id="share">{t('about.home.share.title')}</h2>
            <p>{t('about.home.share.text')}</p>
          </div>
          <a className="btn" href={href('/buone-pratiche/proponi')}>
            {t('about.home.share.open')}
          </a>
        </div>
      </section>
    </>
  )
}
