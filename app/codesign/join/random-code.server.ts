import { randomInt } from 'node:crypto'
import { CODE_CHARACTERS } from './join-code.ts'

/** Random characters of the codes people read and type: five bits each. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => CODE_CHARACTERS[randomInt(CODE_CHARACTERS.length)]).join('')
