import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { AppContext } from '#app/shared/http/context.ts'
import { participantLanguages } from '../participant-languages.ts'
import { enterHere } from './enter-guest.server.ts'
import { CodePage } from './ui/code-page.tsx'
import { Speech } from './ui/speech.tsx'

/** Where somebody is sent who opens this address and is not in. */
async function sentTo(address: string): Promise<string | null> {
  const request = new Request(`https://casa.example${address}`)
  const context = { secure: false } as AppContext // without a cookie nothing else is asked
  const answer: unknown = await enterHere({ request, context, params: {} }).catch((thrown: unknown) => thrown)
  return answer instanceof Response ? answer.headers.get('Location') : null
}

it.each([
  ['/p/qui?l=ar', '/p?perso=1&l=ar'],
  ['/p/qui', '/p?perso=1'],
  ['/p/qui?l=xx', '/p?perso=1'],
])('who is signed out at %s is sent to %s', async (address, door) => {
  expect(await sentTo(address)).toBe(door)
})

it('where a code is typed every language is offered, still saying that the phone is signed out', () => {
  const html = renderToStaticMarkup(
    <Speech lang="ar">
      <CodePage typed="" problem={undefined} lost name={undefined} chosen="ar" />
    </Speech>,
  )
  for (const lang of participantLanguages) expect(html).toContain(`href="?perso=1&amp;l=${lang}" lang="${lang}"`)
  expect(html, 'the form keeps it').toContain('name="l" value="ar"')
  expect(html, 'coming back keeps it').toContain('/p/torna?l=ar')
})
