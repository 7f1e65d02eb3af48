import QRCode from 'qrcode'
import type { Actor } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { codeFor, listActiveCodes, listCodes } from '../process/process-parts.queries.server.ts'
import { noteJoins, orderSince } from './join-moments.server.ts'
import { livePresence } from './live-presence.ts'
import {
  findBoard,
  listBoardPrompts,
  listCards,
  listGroups,
  listOpenReports,
  listParticipants,
  listTables,
  titleOf,
} from './read-board.server.ts'

type Where = { slug: string; meetingId: string; lang: string; origin: string }
/** Minutes a facilitator may go back when a raid is contained. */
const MINUTES = [2, 5, 10, 15, 30, 60]

/** A table is silent when nothing was written for three minutes. */
const SILENT_MS = 180_000

/** A text a card may be put into. */
export type Target = { name: string; title: string; lang: string; kind: string }
export type BoardPage = Awaited<ReturnType<typeof readBoardPage>> & { targets: Target[] }

/** Everything the facilitator's board shows now. `promptId`: the question whose cards are looked at. */
export async function readBoardPage(db: Db, actor: Actor, where: Where, promptId: string | undefined) {
  const { process, meeting } = await findBoard(db, actor, where.slug, where.meetingId)
  const [title, prompts, groups, reports, participants, tables, codes] = await Promise.all([
    titleOf(db, process, where.lang),
    listBoardPrompts(db, process.id, meeting.id, where.lang),
    listGroups(db, process.id),
    listOpenReports(db, process.id),
    listParticipants(db, process.id, meeting.id),
    listTables(db, meeting.id),
    listCodes(db, process.id),
  ])
  const shown = prompts.find(({ id }) => id === promptId) ?? prompts.find(({ state }) => state === 'open') ?? prompts[0]
  noteJoins(process.id, participants[0]?.order ?? 0)
  const here = codes.filter(({ meetingId }) => meetingId === null || meetingId === meeting.id)
  return {
    process: { id: process.id, slug: process.slug, title, state: process.state, mayRun: process.mayRun },
    meeting,
    codes: here,
    qr: await qrOf(
      codeFor(
        here.filter(({ full }) => !full),
        meeting.id,
      )?.code,
      where.origin,
    ),
    prompts,
    promptId: shown?.id,
    cards: shown ? await listCards(db, process.id, shown.id, where.lang) : [],
    groups,
    reports,
    participants,
    tables: tables.map((table) => ({ ...table, ...liveOf(table.documentId) })),
    moments: momentsOf(process.id, here, participants),
  }
}

/** A code as a picture in the page itself: nothing to ask again, nothing to keep. */
async function qrOf(code: string | undefined, origin: string): Promise<string | undefined> {
  return code && (await QRCode.toDataURL(`${origin}/p/${code}`, { margin: 1, errorCorrectionLevel: 'M', width: 480 }))
}

function liveOf(documentId: string) {
  const live = livePresence().read?.(documentId)
  return {
    people: live?.people ?? [],
    saving: live?.saving ?? false,
    known: live !== undefined,
    silent: live !== undefined && live.people.length > 0 && (live.changedAt === undefined || Date.now() - live.changedAt > SILENT_MS),
  }
}

/** From when a raid can be taken back, for each code: the last minutes as far as the board was open, and everybody. */
function momentsOf(
  processId: string,
  codes: readonly { id: string; code: string }[],
  participants: readonly { codeId: string | null; order: number }[],
) {
  return codes.map(({ id, code }) => {
    const orders = participants.filter(({ codeId }) => codeId === id).map(({ order }) => order)
    const moments = MINUTES.flatMap((minutes) => {
      const since = orderSince(processId, Date.now() - minutes * 60_000)
      const people = since === undefined ? 0 : orders.filter((order) => order >= since).length
      return since === undefined || people === 0 ? [] : [{ minutes, since, people }]
    })
    return { codeId: id, code, moments, everybody: orders.length }
  })
}

export type ScreenPage = Awaited<ReturnType<typeof readScreenPage>>

/** What the projector shows: the code, the question, how many answered, the cards that may be seen. Nobody's name. */
export async function readScreenPage(db: Db, actor: Actor, where: Where) {
  const { process, meeting } = await findBoard(db, actor, where.slug, where.meetingId)
  const [title, prompts, codes] = await Promise.all([
    titleOf(db, process, where.lang),
    listBoardPrompts(db, process.id, meeting.id, where.lang),
    listActiveCodes(db, process.id),
  ])
  const prompt = prompts.find(({ id }) => id === meeting.projectedPromptId)
  const cards = prompt ? await listCards(db, process.id, prompt.id, where.lang) : []
  const code = codeFor(codes, meeting.id)?.code
  return {
    title,
    code,
    qr: await qrOf(code, where.origin),
    host: new URL(where.origin).host,
    prompt,
    timerEndsAt: meeting.timerEndsAt,
    locked: meeting.locked,
    closed: meeting.closedAt !== null,
    cards: cards
      .filter(({ state, mergedInto, body }) => state === 'shown' && mergedInto === null && body !== '')
      .slice(0, 24)
      .map(({ id, lang, body, translation }) => ({ id, lang, body, translation })),
  }
}
