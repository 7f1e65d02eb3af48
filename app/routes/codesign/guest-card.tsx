import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCards } from '#app/codesign/answers/prompt.queries.server.ts'
import { readAnswerForm } from '#app/codesign/answers/read-answer-form.server.ts'
import { refusalWords } from '#app/codesign/answers/refusal-words.ts'
import { saveAnswer } from '#app/codesign/answers/save-answer.server.ts'
import { CardPage } from '#app/codesign/answers/ui/card-page.tsx'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'
import { personalDataIn } from '#app/shared/personal-data.ts'
import { newId } from '#db/new-id.ts'

/** GET /p/qui/domande/{prompt}: one question. `?r=` is an own answer to change, `?nuova` another idea. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here, url, params } = await enterHere(args)
  const cards = here.ended ? [] : await listCards(db, here)
  const at = cards.findIndex(({ id }) => id === params.prompt)
  const card = cards[at]
  if (!card) throw redirect('/p/qui')
  const wanted = url.searchParams.get('r')
  const open = card.answers.filter(({ decided }) => !decided)
  const answer = url.searchParams.has('nuova') ? undefined : (open.find(({ id }) => id === wanted) ?? open.at(-1))
  const saved = url.searchParams.has('salvato') && answer !== undefined
  return {
    card,
    answer,
    // A key of its own for every new answer: however often the form is sent, it is one answer.
    clientKey: answer?.clientKey ?? newId(),
    number: at + 1,
    total: cards.length,
    back: at > 0 ? `/p/qui/domande/${cards[at - 1]?.id}` : '/p/qui',
    next: nextAfter(cards, at),
    saved,
    hints: saved ? personalDataIn(answer.body) : [],
  }
}

const nextAfter = (cards: { id: string }[], at: number): string => {
  const next = cards[at + 1]
  return next ? `/p/qui/domande/${next.id}` : '/p/qui'
}

/** POST: saves and goes on. What looks like personal data, once saved, is shown before going on. */
export async function action(args: ActionFunctionArgs) {
  const { db, here, say, env, params } = await enterHere(args)
  const read = await readAnswerForm(args.request, env.DATA_DIR)
  if (!read.ok)
    return data({ problem: read.reason === 'bad-request' ? say('save.failed') : say(`save.${read.reason}`), typed: undefined }, 422)
  const promptId = params.prompt ?? ''
  const cards = here.ended ? [] : await listCards(db, here)
  const next = nextAfter(
    cards,
    cards.findIndex(({ id }) => id === promptId),
  )
  const saved = await saveAnswer(db, here, { ...read.given, promptId })
  if (!saved.ok) {
    if (saved.refusal.reason === 'empty' && read.intent === 'next') return redirect(next, 303)
    const status = saved.refusal.reason === 'too-many' || saved.refusal.reason === 'slow' ? 429 : 422
    const { body, choice, clientKey } = read.given
    return data({ problem: refusalWords(say, here.ended, saved.refusal), typed: { body, choice, clientKey } }, status)
  }
  const stays = read.intent === 'save' || (saved.hints.length > 0 && !read.seen)
  return redirect(stays ? `/p/qui/domande/${promptId}?r=${saved.id}&salvato=1` : next, 303)
}

export default function Card() {
  return <CardPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
