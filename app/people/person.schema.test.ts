import { expect, it } from 'vitest'
import { newPassword, peopleQuerySchema, profileSchema, registerSchema } from './person.schema.ts'

const good = { name: 'Anna Prova', email: 'anna@comune.it', password: 'un tè alle cinque' }
const problemsOf = (input: object) =>
  registerSchema.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)

it('takes a registration and writes the address in lower case', () => {
  expect(registerSchema.parse({ ...good, email: ' Anna@Comune.IT ' })).toEqual(good)
})

it.each([
  [{ name: '' }, 'name: required'],
  [{ name: undefined }, 'name: required'],
  [{ name: 'a\0b' }, 'name: invalid'],
  [{ name: 'a'.repeat(121) }, 'name: too-long'],
  [{ email: 'anna' }, 'email: email'],
  [{ email: 'anna@comune.it\r\nBcc: x@y.it' }, 'email: invalid'],
  [{ password: '' }, 'password: password-short'],
  [{ password: 'settecà' }, 'password: password-short'],
  [{ password: 'x'.repeat(257) }, 'password: password-long'],
  [{ password: 'Password1!' }, 'password: password-common'],
  [{ password: 'anna@comune.it' }, 'password: password-common'],
])('says what is wrong with %j', (change, problem) => {
  expect(problemsOf({ ...good, ...change })).toContain(problem)
})

it.each(['12345678', 'PASSWORD', 'Juventus2024', 'ciaociao', 'aaaaaaaaaa', 'qwertyuiop', 'Casacomune!', 'firenze1'])(
  'refuses %s as a new password',
  (password) => {
    expect(newPassword.safeParse(password).success).toBe(false)
  },
)

it.each(['correct horse battery', 'sotto il cavolo', 'йцукенгшщз', 'Rx8!kq0Zp', '        x  y  z '])(
  'takes %s without composition rules',
  (password) => {
    expect(newPassword.parse(password)).toBe(password)
  },
)

it('falls back to defaults for odd query parameters', () => {
  expect(peopleQuerySchema.parse({ q: 'a\0', role: 'king', state: 'x', page: '-3' })).toEqual({ q: '', page: 1 })
  expect(peopleQuerySchema.parse({})).toEqual({ q: '', page: 1 })
})

it('reads a checkbox as a yes or no', () => {
  const profile = { name: 'Anna', bio: '', locale: 'it' }
  expect(profileSchema.parse({ ...profile, listed: 'on' }).listed).toBe(true)
  expect(profileSchema.parse(profile).listed).toBe(false)
})
