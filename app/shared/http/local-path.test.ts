import { expect, it } from 'vitest'
import { localPath } from './local-path.ts'

it.each(['/it/scrivania', '/it/cerca?q=casa&page=2', '/it/manuale#capitolo', '/'])('keeps %s', (path) => {
  expect(localPath(path, '/it')).toBe(path)
})

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'it/scrivania',
  'javascript:alert(1)',
  '',
  undefined,
  null,
  7,
])('refuses %s', (path) => {
  expect(localPath(path, '/it')).toBe('/it')
})

it('never yields a path that a browser reads as another host', () => {
  expect(localPath('/it/..//evil.example', '/it')).not.toMatch(/^\/\//)
})
