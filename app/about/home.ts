import type { ComponentProps } from 'react'
import type { PracticeCard } from '#app/practices/ui/practice-card.tsx'

export type NextMeeting = {
  path: string
  title: { text: string; lang: 'it' | 'en' }
  programme: { text: string; lang: 'it' | 'en' }
  startsAt: string
  endsAt: string
  place: string
  isExample: boolean
}

/** What the home page shows, read from the catalogue at each visit. */
export type HomeData = {
  /** Public records by type. */
  counts: Record<string, number>
  places: number
  themes: { id: string; name: string; records: number }[]
  highlights: ComponentProps<typeof PracticeCard>['practice'][]
  meeting: NextMeeting | undefined
}
