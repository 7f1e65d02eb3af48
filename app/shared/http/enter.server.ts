import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { hasRole, type Person, type Role } from '../actor.ts'
import { AppError } from '../app-error.ts'
import { controlCharacter } from '../control-characters.ts'
import { isLang, type Lang } from '../languages.ts'
import { type Translate, translator } from '../messages/translate.ts'
import type { AppContext } from './context.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
export type Entered = AppContext & { lang: Lang; t: Translate; url: URL; params: Record<string, string | undefined> }

/** First word of a door: the request's context with the page's language. An unknown language is not found. */
export function enter(args: Args): Entered {
  const { lang } = args.params
  if (!isLang(lang) || Object.values(args.params).some((value) => value && controlCharacter.test(value))) throw new AppError('not-found')
  return { ...args.context, lang, t: translator(lang), url: new URL(args.request.url), params: args.params }
}

/**
 * `enter` for people with an account and at least `role`. Visitors are redirected to sign in and come back;
 * people without the role get 403.
 */
export function enterSignedIn(args: Args, role: Role = 'member'): Entered & { actor: Person } {
  const entered = enter(args)
  if (entered.actor.kind !== 'person')
    throw redirect(`/${entered.lang}/accedi?next=${encodeURIComponent(entered.url.pathname + entered.url.search)}`)
  if (!hasRole(entered.actor, role)) throw new AppError('forbidden')
  return { ...entered, actor: entered.actor }
}
