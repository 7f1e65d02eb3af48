import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { schema } from '../schema/schema.ts'
import { jsonProblem } from '../schema/validate.ts'
import { blocksFromMarkdown } from './from-markdown.ts'
import { docFromMarkdown, splitSections } from './sections.ts'
import { markdownFromBlocks } from './to-markdown.ts'

const id = 'practice:0190d3a5-7c1e-7000-8000-000000000001'
const cite = (type: string, slug: string) => (type === 'practice' && slug === 'helios' ? { id, label: 'HELIOS' } : undefined)

test('a paragraph with emphasis, a link, a source and a citation', () => {
  expect(
    blocksFromMarkdown('Una **casa** [qui](https://example.org) [s1][s2], vedi [la scheda](practice:helios) e [practice:helios].', {
      cite,
    }),
  ).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Una ' },
        { type: 'text', text: 'casa', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'qui', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
        { type: 'text', text: ' ' },
        { type: 'sourceRef', attrs: { key: 's1' } },
        { type: 'sourceRef', attrs: { key: 's2' } },
        { type: 'text', text: ', vedi ' },
        { type: 'citation', attrs: { id, label: 'la scheda' } },
        { type: 'text', text: ' e ' },
        { type: 'citation', attrs: { id, label: 'HELIOS' } },
        { type: 'text', text: '.' },
      ],
    },
  ])
})

test('a link outside the allow-list and an unknown record keep their words only', () => {
  expect(blocksFromMarkdown('[x](javascript:alert(1)) [y](practice:nowhere)')).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'x' },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'y' },
      ],
    },
  ])
})

test('HTML stays text', () => {
  expect(blocksFromMarkdown('<script>alert(1)</script>')).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: '<script>alert(1)</script>' }] },
  ])
})

test('headings start at the second level, callouts and tables become nodes', () => {
  const blocks = blocksFromMarkdown('# A\n\n:::callout warning\nAttenzione.\n\n- uno\n:::\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  expect(blocks.map((node) => node.type)).toEqual(['heading', 'callout', 'table'])
  expect(blocks[0]!.attrs).toEqual({ level: 2 })
  expect(blocks[1]!.content!.map((node) => node.type)).toEqual(['paragraph', 'bulletList'])
  expect(blocks[2]!.content![0]!.content!.map((cell) => cell.type)).toEqual(['tableHeader', 'tableHeader'])
})

test('sections of a sheet come from its own headings, and nothing is lost', () => {
  const doc = docFromMarkdown('practice', 'Before.\n\n## how\n\nText.\n\n## Something else\n\nMore.')
  expect(doc.content).toHaveLength(9)
  expect(JSON.stringify(doc.content[0])).toContain('Before.')
  expect(doc.content[1]!.content!.map((node) => node.type)).toEqual(['paragraph', 'heading', 'paragraph'])
})

test('other keys can be split too', () => {
  expect(splitSections('## lecture\na\n## take-aways\nb', ['lecture', 'take-aways']).get('take-aways')).toBe('b\n')
})

test.each([
  'Testo con \\*asterischi\\*, \\[s1\\] scritto e [s1] citato.',
  '## Titolo\n\nUno **due** *tre* `quattro`.\n\n- a\n- b\n\n  c\n\n3. x\n4. y',
  '> Una citazione\n>\n> su due righe',
  ':::callout example\nUn esempio.\n:::',
  '| a | b |\n|---|---|\n| 1 \\| 2 | [x](<https://example.org/a_b>) |',
  `[Scheda](${id})`,
  '\\# non un titolo\n\n1\\. non un elenco\n\n\\- nemmeno',
  'riga\\\nnuova',
])('%j survives the way to a text area and back', (markdown) => {
  const blocks = blocksFromMarkdown(markdown)
  const again = blocksFromMarkdown(markdownFromBlocks(blocks))
  expect(again).toEqual(blocks)
})

test('every text of the starting content fits the schema', () => {
  const folder = path.resolve(import.meta.dirname, '../../../db/content')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const markdown = readFileSync(path.join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
    const kind = file.startsWith('practices') ? 'practice' : file.startsWith('training') ? 'session' : 'chapter'
    const doc = docFromMarkdown(kind, markdown, { cite: () => ({ id, label: 'x' }) })
    expect(jsonProblem(doc), file).toBeUndefined()
    expect(() => schema.nodeFromJSON(doc).check(), file).not.toThrow()
    const again = blocksFromMarkdown(markdownFromBlocks(doc.content[0]!.content ?? []))
    if (kind !== 'chapter' && doc.content[0]!.content![0]!.content) expect(again, file).toEqual(doc.content[0]!.content)
  }
})
