import { createHash, randomBytes } from 'node:crypto'
import { CODE_LETTERS, codeFrom } from './proposal.ts'

export const newCode = (): string => codeFrom(randomBytes(CODE_LETTERS))
/** 256 bits, for the link that confirms an address. */
export const newKey = (): string => randomBytes(32).toString('base64url')
/** What is stored of a code or key. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const COOKIE = 'cc_proposta'

/** The code of the proposal this browser is writing, from its Cookie header. */
export const codeInCookie = (header: string | null): string | undefined =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1]

/** A technical cookie: the browser that began a proposal goes on with it. An empty code ends it. */
export const codeCookie = (code: string, secure: boolean): string =>
  `${COOKIE}=${code}; Path=/; Max-Age=${code === '' ? 0 : 60 * 86_400}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
