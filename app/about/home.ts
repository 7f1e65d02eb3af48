import type { ComponentProps } from 'react'
import type { MapArea } from '#app/shared/map/area-map.tsx'
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

/** Practices by province: names with counts, and the drawing. Paths are without language. */
export type HomeMap = {
  provinces: { id: string; name: string; count: number; path: string }[]
  width: number
  height: number
  areas: (Omit<MapArea, 'href'> & { path: string })[]
  note: string
}

/** What the home page shows, read from the catalogue at each visit. */
export type HomeData = {
  /** Public records by type. */
  counts: Record<string, number>
  places: number
  themes: { id: string; name: string; records: number }[]
  highlights: ComponentProps<typeof PracticeCard>['card'][]
  meeting: NextMeeting | undefined
  map: HomeMap
}
