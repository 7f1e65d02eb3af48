import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { setMessages } from '#app/shared/messages/loaded.ts'
import italian from '#app/shared/messages/generated/it.js'
import { I18nProvider } from '#app/shared/ui/i18n.tsx'
import { blocksFromMarkdown } from '../markdown/from-markdown.ts'
import { docFromMarkdown } from '../markdown/sections.ts'
import type { NodeJson } from '../schema/json.ts'
import type { Resolve } from './reading-context.ts'
import { ReadingView } from './reading-view.tsx'

setMessages('it', italian)

const id = 'practice:0190d3a5-7c1e-7000-8000-000000000001'
type Options = { resolve?: Resolve; headingOffset?: number; sectionTitle?: (key: string) => string; lang?: string }

function html(content: NodeJson | NodeJson[], options: Options = {}): string {
  return renderToStaticMarkup(
    <I18nProvider lang="it">
      <ReadingView content={content} lang="it" {...options} />
    </I18nProvider>,
  )
}

test('headings carry anchors and follow the page’s levels', () => {
  expect(html(blocksFromMarkdown('## Casa mia'), { headingOffset: 1 })).toContain('<h3 id="casa-mia">Casa mia</h3>')
})

test('the page’s own headings keep its language inside a text in another', () => {
  const section = { type: 'section', attrs: { key: 'how' }, content: blocksFromMarkdown('So.') }
  const options = { lang: 'ar', sectionTitle: () => 'Come funziona' }
  expect(html([section], options)).toContain('<h2 id="how-titolo" lang="it" dir="ltr">Come funziona</h2>')
  expect(html([section], { ...options, lang: 'it' })).toContain('<h2 id="how-titolo">')
})

test('a citation links to its record, or keeps its words when the record is not public', () => {
  const content = blocksFromMarkdown(`[HELIOS](${id})`)
  expect(html(content, { resolve: () => ({ url: '/it/buone-pratiche/helios' }) })).toContain('href="/it/buone-pratiche/helios">HELIOS</a>')
  expect(html(content)).not.toContain('<a')
})

test('a source reference links to the list of sources and says what it is', () => {
  expect(html(blocksFromMarkdown('Vero [s2].'))).toContain('<sup class="source-ref"><a href="#fonte-s2" aria-label="Fonte 2">2</a></sup>')
})

test('header cells have a scope', () => {
  const markup = html(blocksFromMarkdown('| a | b |\n|---|---|\n| 1 | 2 |'))
  expect(markup).toContain('<th scope="col"><p>a</p></th>')
  expect(markup).toContain('<td><p>1</p></td>')
})

test('a poisoned link or image stored by other means is not rendered', () => {
  const markup = html([
    { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] },
    { type: 'image', attrs: { src: 'https://evil.example/a.png' } },
    { type: 'iframe' },
  ])
  expect(markup).toBe('<div class="reading" lang="it" dir="ltr"><p>x</p></div>')
})

test('a block in another language says so, with its direction', () => {
  expect(html([{ type: 'paragraph', attrs: { lang: 'ar' }, content: [{ type: 'text', text: 'سكن' }] }])).toContain(
    '<p lang="ar" dir="rtl">',
  )
})

test('sections get their title, blank ones are left out', () => {
  const markup = html(docFromMarkdown('practice', '## how\n\n### Dentro\n\nTesto.'), { sectionTitle: (key) => `Titolo ${key}` })
  expect(markup).toContain('<section id="how" aria-labelledby="how-titolo"><h2 id="how-titolo">Titolo how</h2><h3 id="dentro">')
  expect(markup).not.toContain('problem')
})
