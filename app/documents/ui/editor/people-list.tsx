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
export function PeopleList({ people, othersWrite }: { people: Present[]; othersWrite: boolean }) {
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
      {people.length < 2 ? (
        <p className="muted small">{t('documents.editor.people.alone')}</p>
      ) : (
        // No more than that: who writes what is not shown, and it is not read aloud.
        <p className="muted small people-writing">{othersWrite ? t('documents.editor.people.writing') : '\u00a0'}</p>
      )}
    </>
  )
}

/** Joins and leaves are gathered this long before they are said, so that a reconnection is none and a crowd is one sentence. */
const gatherMs = 5_000
const namesAtMost = 3

/** Tells who came and who left, in one polite sentence at a time; the first look at the list is not announced. */
export function PeopleAnnouncer({ people }: { people: Present[] }) {
  const { t } = useI18n()
  const said = useRef<Map<string, string>>()
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new Map(people.filter((person) => !person.self).map(({ id, name }) => [id, name]))
      const before = said.current
      // Off line nobody is seen: that is not their leaving.
      if (before && people.length === 0) return
      said.current = now
      if (!before) return
      const came = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name)
      const left = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name)
      const named = (names: string[]) => ({ names: names.slice(0, namesAtMost).join(', '), more: Math.max(0, names.length - namesAtMost) })
      const sentences = [
        came.length > 0 && t('documents.editor.people.came', named(came)),
        left.length > 0 && t('documents.editor.people.left', named(left)),
      ].filter((sentence) => sentence !== false)
      if (sentences.length > 0) setWords(sentences.join(' '))
    }, gatherMs)
    return () => clearTimeout(timer)
  }, [people, t])
  return (
    <p className="visually-hidden" role="status" data-announcer>
      {words}
    </p>
  )
}
