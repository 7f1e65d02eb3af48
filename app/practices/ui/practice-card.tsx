import { Card } from '#app/shared/ui/card.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PracticeCardData } from '../practice-cards.queries.server.ts'
import { SheetBadges } from './sheet-badges.tsx'

/** A sheet in a list: kind, title, one line, body, place and year, how sure it is. */
export function PracticeCard({ card, level = 2 }: { card: PracticeCardData; level?: 2 | 3 }) {
  const { t, href, lang } = useI18n()
  const when = [card.years, card.ongoing && t('practices.ongoing')].filter(Boolean).join(' · ')
  return (
    <Card
      href={href(card.path)}
      title={card.title}
      lang={card.lang === lang ? undefined : card.lang}
      kind={card.type === 'practice' ? card.kind : `${t(`shared.recordType.${card.type}`)} · ${card.kind}`}
      level={level}
      badges={<SheetBadges status={card.status} short={!card.fullSheet} lesson={card.lesson} />}
      foot={
        <>
          <span>{card.body}</span>
          <span>{[card.place, when].filter(Boolean).join(', ')}</span>
        </>
      }
    >
      <p>{card.summary}</p>
    </Card>
  )
}
