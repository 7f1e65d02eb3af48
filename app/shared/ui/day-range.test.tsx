import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import italian from '#app/shared/messages/generated/it.js'
import { setMessages } from '#app/shared/messages/loaded.ts'
import { DayRange } from './day-range.tsx'
import { I18nProvider } from './i18n.tsx'

setMessages('it', italian)

const words = (from: string | null, to: string | null) =>
  renderToStaticMarkup(
    <I18nProvider lang="it">
      <DayRange from={from} to={to} />
    </I18nProvider>,
  ).replace(/<[^>]+>/g, '')

test.each([
  ['2026-05-04', '2026-06-08', 'Dal 4 maggio 2026 all’8 giugno 2026'],
  ['2026-03-11', '2026-05-18', 'Dall’11 marzo 2026 al 18 maggio 2026'],
  ['2026-05-01', '2026-06-01', 'Dal 1º maggio 2026 al 1º giugno 2026'],
  ['2026-05-08', null, 'Dall’8 maggio 2026'],
  [null, '2026-05-11', 'Fino all’11 maggio 2026'],
  [null, null, ''],
])('the Italian words from %s to %s', (from, to, expected) => {
  expect(words(from, to)).toBe(expected)
})
