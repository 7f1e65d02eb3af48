import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { findCited } from '#app/shared/cited.server.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Lang } from '#app/shared/languages.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import type { Db } from '#db/connection.ts'
import { canSeeMeeting } from './training.policy.ts'
import { findProgramme, findSession, listSessions, listTakeAways, programmeFacts } from './training.queries.server.ts'
import { newestOf, publishedTexts } from './training-texts.queries.server.ts'

type Address = { programme: string | undefined; session: string | undefined }

/** Everything a session's page shows to this reader. Throws not-found when it is not theirs to read. */
export async function readSessionPage(db: Db, actor: Actor, address: Address, lang: Lang) {
  const programme = await findProgramme(db, actor, address.programme ?? '')
  const session = programme && (await findSession(db, programme.id, address.session ?? ''))
  if (!programme || !session) throw new AppError('not-found')
  const list = await listTakeAways(db, actor, session.id)
  const texts = await publishedTexts(db, [session.document_id, ...list.map((takeAway) => takeAway.documentId)])
  const own = texts.filter((text) => text.documentId === session.document_id)
  const takeAways = list.map(({ documentId, title_it, title_en, ...takeAway }) => ({
    slug: takeAway.slug,
    exampleText: takeAway.exampleText,
    published: takeAway.publishedAt !== null,
    texts: texts
      .filter((text) => text.documentId === documentId)
      .map((text) => ({
        lang: text.lang,
        content: text.content,
        attachments: text.attachments,
        redaction: text.redaction,
        title: (text.lang === 'en' && title_en) || title_it,
      })),
  }))
  const sessions = await listSessions(db, programme.id)
  const at = sessions.findIndex((each) => each.id === session.id)
  const shown = inReadingLanguage(own, lang)
  const contents = [shown, ...takeAways.flatMap((takeAway) => takeAway.texts)].flatMap((text) => (text ? [text.content] : []))
  return {
    programme,
    session: canSeeMeeting(actor, programmeFacts(programme)) ? session : { ...session, meeting_url: null },
    text: shown,
    updatedAt: newestOf(texts),
    // Languages of one text are published together; take-aways bring files of their own.
    attachments: [...(shown?.attachments ?? []), ...takeAways.flatMap((takeAway) => takeAway.texts[0]?.attachments ?? [])],
    takeAways: takeAways.filter((takeAway) => takeAway.texts.length > 0),
    cited: await findCited(
      db,
      contents.flatMap((content) => citedIds(content)),
      lang,
    ),
    previous: sessions[at - 1],
    next: sessions[at + 1],
  }
}

export type SessionPageData = Awaited<ReturnType<typeof readSessionPage>>
