import postcss from 'postcss'
import { expect, test } from 'vitest'
import { purgeUnused } from './purge-unused.ts'

const purged = async (css: string) => (await postcss([purgeUnused()]).process(css, { from: '/somewhere/site.scss' })).css

test('A class that a component names stays, one that nobody names goes', async () => {
  const css = await purged('.card-box{color:red}.carousel-nobody-uses{color:red}')
  expect(css).toContain('.card-box')
  expect(css).not.toContain('carousel')
})

test('Classes put together at run time stay', async () => {
  const names = ['q1', 'q4', 'callout-warning', 'callout-example', 'diff-added', 'diff-removed', 'ProseMirror-focused']
  const css = await purged(names.map((name) => `.${name}{color:red}`).join(''))
  for (const name of names) expect(css).toContain(`.${name}`)
})

test('Other stylesheets are left alone', async () => {
  const { css } = await postcss([purgeUnused()]).process('.carousel-nobody-uses{color:red}', { from: '/somewhere/editor.scss' })
  expect(css).toContain('carousel')
})
