import { expect, it } from 'vitest'
import { forgetTries, networkOf, tryAgainIn } from './limits.server.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('takes %s as the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})

it('refuses the sixth try for an account from one network, not from another', async () => {
  for (let n = 0; n < 5; n += 1) expect(await tryAgainIn('sign-in', 'limit@example.org', 'here')).toBeUndefined()
  expect(await tryAgainIn('sign-in', 'limit@example.org', 'here')).toBe(15)
  expect(await tryAgainIn('sign-in', 'limit@example.org', 'elsewhere')).toBeUndefined()
  await forgetTries('sign-in', 'limit@example.org', 'here')
  expect(await tryAgainIn('sign-in', 'limit@example.org', 'here')).toBeUndefined()
})
