import type { Translate } from '#app/shared/messages/translate.ts'

type Entry = { title: string; summary: string; url: string }
type Part = { name: string; query: string; entries: readonly Entry[] }
type Digest = {
  name: string
  /** Address of the site with the language: https://…/it */
  origin: string
  parts: readonly Part[]
  /** Stops one search's alerts, in the order of the parts. */
  stopUrls: readonly string[]
  stopAll: string
}

/** Shown of each search; the rest is one link away. */
const SHOWN = 10
const LINE = 160

/** Subject and text of the mail with what is new. Plain text: it reads the same everywhere and is light to carry. */
export function digestText(t: Translate, { name, origin, parts, stopUrls, stopAll }: Digest): { subject: string; text: string } {
  const total = parts.reduce((sum, part) => sum + part.entries.length, 0)
  const sections = parts.map((part, index) => {
    const all = `${origin}/cerca?${part.query}&sort=newest`
    return [
      `== ${part.name} (${t('discovery.digest.news', { n: part.entries.length })}) ==`,
      ...part.entries
        .slice(0, SHOWN)
        .map((entry) => [`• ${oneLine(entry.title)}`, short(entry.summary), origin + entry.url].filter(Boolean).join('\n  ')),
      t('discovery.digest.all', { url: all }),
      t('discovery.digest.stopOne', { url: stopUrls[index] ?? stopAll }),
    ].join('\n\n')
  })
  return {
    subject: t('discovery.digest.subject', { n: total }),
    text: [
      t('discovery.digest.greeting', { name: oneLine(name) }),
      ...sections,
      t('discovery.digest.manage', { url: `${origin}/scrivania/ricerche` }),
      t('discovery.digest.stopAll', { url: stopAll }),
    ].join('\n\n'),
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function short(text: string): string {
  const line = oneLine(text)
  return line.length <= LINE ? line : `${line.slice(0, line.lastIndexOf(' ', LINE) + 1 || LINE).trim()}…`
}
