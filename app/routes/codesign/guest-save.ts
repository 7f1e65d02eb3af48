import type { ActionFunctionArgs } from '@remix-run/node'
import { readAnswerForm } from '#app/codesign/answers/read-answer-form.server.ts'
import { refusalWords } from '#app/codesign/answers/refusal-words.ts'
import { saveAnswer } from '#app/codesign/answers/save-answer.server.ts'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'

/** POST /p/qui/salva/{prompt}: the card's form, sent by the page while one writes. Answers JSON. */
export async function action(args: ActionFunctionArgs) {
  const { db, here, say, env, params } = await enterGuest(args)
  const refuse = (reason: string, words: string, status: number) => Response.json({ ok: false, reason, words }, { status, headers })
  if (!here) return refuse('ended', say('enter.lost'), 403)
  const read = await readAnswerForm(args.request, env.DATA_DIR)
  if (!read.ok) return refuse(read.reason, read.reason === 'bad-request' ? say('save.failed') : say(`save.${read.reason}`), 422)
  const saved = await saveAnswer(db, here, { ...read.given, promptId: params.prompt ?? '' })
  if (saved.ok) return Response.json({ ok: true, words: saved.held ? say('save.held') : '' }, { headers })
  const { reason } = saved.refusal
  return refuse(reason, refusalWords(say, here.ended, saved.refusal), reason === 'too-many' || reason === 'slow' ? 429 : 422)
}

const headers = { 'Cache-Control': 'no-store' }
