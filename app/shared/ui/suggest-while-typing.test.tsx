import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { suggestWhileTyping } from './suggest-while-typing.ts'

const answer = [
  { kind: 'record', title: 'Agenzia casa', url: '/buone-pratiche/agenzia-casa', lang: 'it' },
  { kind: 'term', text: 'affitto' },
]
let input: HTMLInputElement
let form: HTMLFormElement
const list = () => form.querySelector<HTMLUListElement>('[role=listbox]')!
const press = (key: string) => input.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
async function type(text: string) {
  input.focus()
  input.value = text
  input.dispatchEvent(new Event('input'))
  await vi.advanceTimersByTimeAsync(200)
}

beforeEach(() => {
  vi.useFakeTimers()
  Element.prototype.scrollIntoView = () => {}
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify({ suggestions: answer }))),
  )
  document.body.innerHTML =
    '<form data-suggest="it" data-suggestions="Suggerimenti" data-counts="niente|uno|due"><input id="q" name="q" /></form>'
  form = document.querySelector('form')!
  input = document.querySelector('input')!
  suggestWhileTyping(form)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('Typing two letters shows what the server suggests, in a named list tied to the field', async () => {
  await type('af')
  expect(fetch).toHaveBeenCalledWith('/api/v1/suggest?q=af&lang=it', expect.anything())
  expect([...list().children].map((option) => option.textContent)).toEqual(['Agenzia casa', 'affitto'])
  expect(list().getAttribute('aria-label')).toBe('Suggerimenti')
  expect(input.getAttribute('aria-expanded')).toBe('true')
  expect(input.getAttribute('aria-controls')).toBe(list().id)
})

test('One letter asks nothing', async () => {
  await type('a')
  expect(fetch).not.toHaveBeenCalled()
})

test('Quick typing asks once, for the last words', async () => {
  input.focus()
  for (const text of ['af', 'aff', 'affi']) {
    input.value = text
    input.dispatchEvent(new Event('input'))
  }
  await vi.advanceTimersByTimeAsync(200)
  expect(fetch).toHaveBeenCalledOnce()
  expect(fetch).toHaveBeenCalledWith('/api/v1/suggest?q=affi&lang=it', expect.anything())
})

test('Arrow keys move the choice round and the field points at it', async () => {
  await type('af')
  press('ArrowUp')
  expect(input.getAttribute('aria-activedescendant')).toBe('q-suggestions-1')
  press('ArrowDown')
  expect(input.getAttribute('aria-activedescendant')).toBe('q-suggestions-0')
  expect(list().children[0]?.getAttribute('aria-selected')).toBe('true')
})

test('Enter on a term searches for it', async () => {
  const submitted = vi.fn()
  form.requestSubmit = submitted
  await type('af')
  press('ArrowUp')
  press('Enter')
  expect(input.value).toBe('affitto')
  expect(submitted).toHaveBeenCalledOnce()
})

test('Home and End go to the first and last suggestion once one is chosen, and stay the field’s own before', async () => {
  await type('af')
  expect(press('Home')).toBe(true)
  expect(input.hasAttribute('aria-activedescendant')).toBe(false)
  press('ArrowDown')
  expect(press('End')).toBe(false)
  expect(input.getAttribute('aria-activedescendant')).toBe('q-suggestions-1')
  press('Home')
  expect(input.getAttribute('aria-activedescendant')).toBe('q-suggestions-0')
})

test('Tab closes the list and goes on to the next field with what was typed', async () => {
  await type('af')
  press('ArrowDown')
  expect(press('Tab')).toBe(true)
  expect(list().hidden).toBe(true)
  expect(input.value).toBe('af')
})

test('The arrow down opens a list that was closed', async () => {
  await type('af')
  press('Escape')
  press('ArrowDown')
  await vi.advanceTimersByTimeAsync(200)
  expect(list().hidden).toBe(false)
})

test('How many there are is said politely, and nothing once the list is closed', async () => {
  const status = form.querySelector('[role=status]')
  await type('af')
  expect(status?.textContent).toBe('due')
  press('Escape')
  expect(status?.textContent).toBe('')
})

test('Escape closes the list and keeps what was typed', async () => {
  await type('af')
  press('Escape')
  expect(list().hidden).toBe(true)
  expect(input.value).toBe('af')
  expect(input.getAttribute('aria-expanded')).toBe('false')
})

test('When the server is away nothing is shown and nothing breaks', async () => {
  vi.mocked(fetch).mockRejectedValue(new TypeError('network'))
  await type('af')
  expect(list().hidden).toBe(true)
})
