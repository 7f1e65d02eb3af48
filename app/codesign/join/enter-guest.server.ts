import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { AppError } from '#app/shared/app-error.ts'
import { controlCharacter } from '#app/shared/control-characters.ts'
import type { AppContext } from '#app/shared/http/context.ts'
import { isParticipantLang, type ParticipantLang } from '../participant-languages.ts'
import { languageWished } from './participant-language.ts'
import { type Here, readParticipant } from './participant-session.server.ts'
import { type Say, sayIn } from './words.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
export type Guest = AppContext & {
  url: URL
  params: Record<string, string | undefined>
  lang: ParticipantLang
  say: Say
  here: Here | undefined
  /** The language they chose in the address (`?l=`); undefined when it was only guessed, or comes from who they are. */
  chosen: ParticipantLang | undefined
}

/** One request asks once: the frame and the page inside it are loaded side by side. */
const asked = new WeakMap<AppContext, Promise<Here | undefined>>()

/** First word of a participant's door: who they are, if they are in, and their language. The account plays no part. */
export async function enterGuest({ context, request, params }: Args): Promise<Guest> {
  if (Object.values(params).some((value) => value && controlCharacter.test(value))) throw new AppError('not-found')
  const reading = asked.get(context) ?? readParticipant(context.db, request.headers.get('Cookie'), { secure: context.secure })
  asked.set(context, reading)
  const here = await reading
  const url = new URL(request.url)
  const asksFor = url.searchParams.get('l')
  const chosen = isParticipantLang(asksFor) ? asksFor : undefined
  const lang = here && !chosen ? here.lang : languageWished(url, request.headers.get('Accept-Language'))
  return { ...context, url, params, lang, say: sayIn(lang), here, chosen }
}

/** `enterGuest` for who is in; others are told, in the language they chose, to write the code or to come back. */
export async function enterHere(args: Args): Promise<Guest & { here: Here }> {
  const guest = await enterGuest(args)
  if (!guest.here) throw redirect(guest.chosen ? `/p?perso=1&l=${guest.chosen}` : '/p?perso=1')
  return { ...guest, here: guest.here }
}
