import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import type { Lang } from '#app/shared/languages.ts'
import { setMessages } from '#app/shared/messages/loaded.ts'
import { compiled } from '#app/shared/messages/translate.ts'
import { I18nProvider } from '#app/shared/ui/i18n.tsx'
import { EnrolPanel } from './enrol-panel.tsx'
import { TakeAways, type TakeAwayView } from './take-aways.tsx'

setMessages('it', compiled.it)
setMessages('ar', compiled.ar)

const shown = (lang: Lang, content: ReactNode): string => renderToStaticMarkup(<I18nProvider lang={lang}>{content}</I18nProvider>)
const text = (lang: string, title: string, words: string) => ({ lang, title, content: { type: 'doc', content: blocksFromMarkdown(words) } })
const takeAway: TakeAwayView = {
  slug: 'un-dato-solo-non-basta',
  exampleText: true,
  published: true,
  texts: [text('it', 'Un dato solo non basta', 'Conviene leggere insieme.'), text('en', 'One figure is not enough', 'Read them together.')],
}

it.each(['it', 'ar'] as const)(
  'a take-away is read in Italian and English, each block in its own language and direction (%s page)',
  (lang) => {
    const markup = shown(lang, <TakeAways takeAways={[takeAway]} resolve={() => undefined} />)
    expect(markup).toContain('<article id="un-dato-solo-non-basta"')
    expect(markup).toContain('<section lang="it" dir="ltr"><h3>Un dato solo non basta</h3>')
    expect(markup).toContain('<section lang="en" dir="ltr"><h3>One figure is not enough</h3>')
  },
)

it('an example text says that it is one; a draft says that it is not public', () => {
  const markup = shown('it', <TakeAways takeAways={[{ ...takeAway, published: false }]} resolve={() => undefined} />)
  expect(markup).toContain('Testo redazionale d’esempio')
  expect(markup).toContain('Non ancora pubblico')
})

const panel = { phase: 'open' as const, person: true, enrolled: false, path: '/it/formazione/a', territories: [], answer: undefined }

it('a visitor is asked to sign in and comes back to the enrolment', () => {
  expect(shown('it', <EnrolPanel {...panel} person={false} />)).toContain('/it/accedi?next=%2Fit%2Fformazione%2Fa%23iscrizione')
})

it('a refused enrolment keeps what was typed and says what is wrong beside the field', () => {
  const answer = { errors: { body: 'Questo campo è obbligatorio.' }, typed: { body: '', territory: 'x' } }
  const markup = shown('it', <EnrolPanel {...panel} answer={answer} territories={[{ value: 'x', label: 'Prato' }]} />)
  expect(markup).toContain('id="f-body-error"')
  expect(markup).toMatch(/<option value="x" selected="">Prato/)
})

it.each([
  ['past', 'concluso'],
  ['closed', 'chiuse'],
] as const)('a programme that is %s offers no form', (phase, words) => {
  const markup = shown('it', <EnrolPanel {...panel} phase={phase} />)
  expect(markup).not.toContain('<form')
  expect(markup).toContain(words)
})
