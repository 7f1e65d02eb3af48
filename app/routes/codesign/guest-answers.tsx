import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listOwnAnswers, type OwnAnswer } from '#app/codesign/answers/own-answers.queries.server.ts'
import { answerQuoteRequest } from '#app/codesign/answers/quote-consent.server.ts'
import { OwnAnswersPage } from '#app/codesign/answers/ui/own-answers-page.tsx'
import { putBackAnswer, withdrawAnswer } from '#app/codesign/answers/withdraw-answer.server.ts'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'
import { findTextAccess } from '#app/desk/document-access.server.ts'
import { allows, liveName } from '#app/documents/access.ts'
import { visitor } from '#app/shared/actor.ts'
import { isLang } from '#app/shared/languages.ts'
import type { Db } from '#db/connection.ts'

/** GET /p/qui/risposte: one's own words and what became of them. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here, lang } = await enterHere(args)
  const answers = await listOwnAnswers(db, here)
  const shown = await Promise.all(answers.map(async (answer) => ({ ...answer, passages: await passagesOf(db, answer, lang) })))
  return { answers: shown, name: here.participant.name }
}

/** Where the words stand for everybody to read: only texts a visitor may read, each with its address. */
async function passagesOf(db: Db, { placements }: OwnAnswer, lang: string) {
  const found = await Promise.all(
    placements.map(async ({ documentId, lang: textLang, text }) => {
      const owner = await findTextAccess(db, visitor, liveName({ documentId, lang: textLang }))
      const pageLang = isLang(lang) ? lang : textLang === 'en' ? 'en' : 'it'
      const href = owner && allows(owner.access, 'read') ? `/${pageLang}${owner.path}` : undefined
      return { lang: textLang, text, title: owner?.title, href }
    }),
  )
  return found.filter(({ text }) => text !== '')
}

const change = z.object({ id: z.uuid(), intent: z.enum(['withdraw', 'put-back', 'pseudonym', 'none', 'no']) })

/** POST: withdraw or put back an answer; say yes or no to its quote. */
export async function action(args: ActionFunctionArgs) {
  const { db, here, say } = await enterHere(args)
  const form = change.safeParse(Object.fromEntries(await args.request.formData()))
  if (!form.success) return data({ problem: say('save.failed') }, 422)
  const { id, intent } = form.data
  const done =
    intent === 'withdraw'
      ? await withdrawAnswer(db, here, id)
      : intent === 'put-back'
        ? await putBackAnswer(db, here, id)
        : await answerQuoteRequest(db, here, id, intent)
  return done ? redirect(`/p/qui/risposte#r-${id}`, 303) : data({ problem: say('save.failed') }, 422)
}

export default function Answers() {
  return <OwnAnswersPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />
}
