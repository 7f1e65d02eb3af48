import { expect, it } from 'vitest'
import { guestTitle } from './guest-title.ts'
import { sayIn } from './words.ts'

it.each([
  ['/p', 'Hai un codice?'],
  ['/p/ABCD2345', 'Scegli la lingua'],
  ['/p/ABCD2345?l=it', 'Prima di iniziare'],
  ['/p/torna', 'Torna con il codice personale'],
  ['/p/qui/domande/01a203a9-a309-73ea-9dff-accd1b1f75f7', 'Rispondi'],
  ['/p/qui/risposte', 'Le mie risposte'],
])('%s is called "%s"', (address, title) => {
  expect(guestTitle(sayIn('it'), new URL(address, 'http://casa.invalid'))).toBe(title)
})
