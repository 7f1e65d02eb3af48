import { CODE_CHARACTERS, plainCode } from './join-code.ts'

/** A personal return code: 15 of the unambiguous characters in 3 groups, 75 random bits. */
export const RETURN_CODE_LENGTH = 15
const SHAPE = new RegExp(`^[${CODE_CHARACTERS}]{${RETURN_CODE_LENGTH}}$`)

/** K7QXM-4HRTW-9BNDA */
export const groupedCode = (code: string): string => code.match(/.{5}/g)?.join('-') ?? code

/** What somebody typed, as a return code; undefined when it cannot be one. */
export function readReturnCode(typed: string): string | undefined {
  const code = plainCode(typed)
  return SHAPE.test(code) ? code : undefined
}
