import type { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { networkOf, tryAgainIn } from '#app/people/limits.server.ts'
import type { Lang } from '#app/shared/languages.ts'
import { withoutPersonalData } from '#app/shared/personal-data.ts'
import type { pageAnswerSchema } from './page-answer.ts'

type Given = Pick<z.output<typeof pageAnswerSchema>, 'page' | 'answer' | 'comment'>

/**
 * Keeps one answer to "was this page useful?": page, language, answer, comment without what looks like personal data, and
 * the day. Who answered is not an input. Refused (`too-many`, with minutes) when a network sends too many.
 */
export async function answerPage(
  db: Db,
  { page, answer, comment }: Given,
  { lang, ip, day }: { lang: Lang; ip: string; day: string },
): Promise<{ ok: true } | { ok: false; reason: 'too-many'; minutes: number }> {
  const minutes = await tryAgainIn('page-answer-network', networkOf(ip))
  if (minutes !== undefined) return { ok: false, reason: 'too-many', minutes }
  await db
    .insertInto('page_answer')
    .values({ page, lang, useful: answer === 'yes', comment: withoutPersonalData(comment), day })
    .execute()
  return { ok: true }
}
