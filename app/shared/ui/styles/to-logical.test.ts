import postcss from 'postcss'
import { expect, test } from 'vitest'
import { toLogical } from './to-logical.ts'

const turned = async (declarations: string) =>
  (await postcss([toLogical]).process(`a{${declarations}}`, { from: undefined })).css.slice(2, -1)

test.each([
  ['margin-left:1rem', 'margin-inline-start:1rem'],
  ['padding-right:0 !important', 'padding-inline-end:0 !important'],
  ['left:0', 'inset-inline-start:0'],
  ['border-left:1px solid red', 'border-inline-start:1px solid red'],
  ['border-right-width:2px', 'border-inline-end-width:2px'],
  ['border-top-left-radius:4px', 'border-start-start-radius:4px'],
  ['text-align:right', 'text-align:end'],
  ['float:left', 'float:inline-start'],
  ['margin:1px 2px 3px 4px', 'margin-block:1px 3px;margin-inline:4px 2px'],
  [
    'border-radius:1px 2px 3px 4px',
    'border-start-start-radius:1px;border-start-end-radius:2px;border-end-end-radius:3px;border-end-start-radius:4px',
  ],
])('%s becomes %s', async (physical, logical) => {
  expect(await turned(physical)).toBe(logical)
})

test.each(['margin:1px 2px', 'margin:1px 2px 3px 2px', 'text-align:center', 'border-radius:4px', 'padding:calc(1px + 2px) 1px'])(
  '%s says the same in both directions and stays',
  async (declaration) => {
    expect(await turned(declaration)).toBe(declaration)
  },
)
