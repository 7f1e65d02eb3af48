import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { initials, type Present } from './room/people.ts'
import type { Room } from './room/room.ts'

const nobody: Present[] = []
const nothing = () => () => undefined

/** Who has this text open now. */
export function usePeople(room: Room | undefined): Present[] {
  return useSyncExternalStore(
    room?.subscribe ?? nothing,
    () => room?.state().people ?? nobody,
    () => nobody,
  )
}

/** A round badge with initials; the whole name is beside it or read aloud. Set from script: no style attribute in HTML. */
function Badge({ person }: { person: Present }) {
  const badge = useRef<HTMLSpanElement>(null)
  useEffect(() => badge.current?.style.setProperty('--own', person.color), [person.color])
  return (
    <span ref={badge} className="badge-person" aria-hidden="true">
      {initials(person.name)}
    </span>
  )
}

/** The first few people as badges, for the slim bar. */
export function PeopleBadges({ people }: { people: Present[] }) {
  const { t } = useI18n()
  if (people.length === 0) return null
  return (
    <ul className="plain people-badges" aria-label={t('documents.editor.people.title')}>
      {people.slice(0, 5).map((person) => (
        <li key={person.id} title={person.name}>
          <Badge person={person} />
          <span className="visually-hidden">{person.self ? t('documents.editor.people.you', { name: person.name }) : person.name}</span>
        </li>
      ))}
      {people.length > 5 && <li>+{people.length - 5}</li>}
    </ul>
  )
}

/** Everyone present, by name. */
export function PeopleList({ people }: { people: Present[] }) {
  const { t } = useI18n()
  return (
    <>
      <ul className="plain people-list">
        {people.map((person) => (
          <li key={person.id}>
            <Badge person={person} /> <bdi>{person.self ? t('documents.editor.people.you', { name: person.name }) : person.name}</bdi>
          </li>
        ))}
      </ul>
      {people.length < 2 && <p className="muted small">{t('documents.editor.people.alone')}</p>}
    </>
  )
}

/** Says once, after they have stayed a moment, who came; quick reconnections are not announced. */
export function PeopleAnnouncer({ people }: { people: Present[] }) {
  const { t } = useI18n()
  const known = useRef<Set<string>>()
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const others = people.filter((person) => !person.self)
      const came = known.current ? others.filter((person) => !known.current?.has(person.id)) : []
      known.current = new Set([...(known.current ?? []), ...others.map((person) => person.id)])
      if (came.length > 0) setWords(t('documents.editor.people.came', { names: came.map((person) => person.name).join(', ') }))
    }, 3_000)
    return () => clearTimeout(timer)
  }, [people, t])
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  )
}
