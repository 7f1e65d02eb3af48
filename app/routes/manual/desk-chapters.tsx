import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedField, refusedForm } from '#app/manual/answer.ts'
import { readDeskChapters } from '#app/manual/desk-chapters.queries.server.ts'
import { listManualEditions } from '#app/manual/manual-edition.queries.server.ts'
import { canCreateChapter, canPublishManual, canWorkOnManual } from '#app/manual/manual.policy.ts'
import { manualEditionSchema } from '#app/manual/manual.schema.ts'
import { publishChapter } from '#app/manual/publish-chapter.server.ts'
import { publishManualEdition } from '#app/manual/publish-manual-edition.server.ts'
import { returnChapter, submitChapter } from '#app/manual/review-chapter.server.ts'
import { startTranslation } from '#app/manual/start-translation.server.ts'
import { DeskChapters } from '#app/manual/ui/desk-chapters.tsx'
import { unpublishChapter } from '#app/manual/unpublish-chapter.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { doneOf } from '#app/shared/http/done-notice.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t, url } = entered
  if (!canWorkOnManual(actor)) throw new AppError('forbidden')
  return {
    head: headOf(entered, t('manual.desk.title'), { noindex: true }),
    chapters: await readDeskChapters(db, actor),
    editions: (await listManualEditions(db)).map((edition) => edition.version),
    creates: canCreateChapter(actor),
    publishes: canPublishManual(actor),
    done: doneOf(url),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, url } = enterSignedIn(args)
  const asked = await args.request.clone().formData()
  const slug = String(asked.get('chapter') ?? '')
  const done = (kind: string) => redirect(`${url.pathname}?fatto=${kind}`, 303)
  switch (asked.get('intent')) {
    case 'publish':
      return done((await publishChapter(db, actor, slug)).ok ? 'published' : 'empty')
    case 'unpublish':
      await unpublishChapter(db, actor, slug)
      return done('unpublished')
    case 'submit':
    case 'return':
      await (asked.get('intent') === 'submit' ? submitChapter : returnChapter)(db, actor, slug)
      return done('saved')
    case 'translate':
      await startTranslation(db, actor, slug, 'en')
      return done('saved')
    case 'edition': {
      const form = await readForm(args.request, manualEditionSchema)
      if (!form.ok) return data(refusedForm(t, form), 422)
      const outcome = await publishManualEdition(db, actor, form.value)
      if (!outcome.ok) return data(refusedField('version', t(`manual.edition.error.${outcome.reason}`), form.value), 422)
      return redirect(`/${args.params.lang}/manuale/edizioni/${form.value.version}`, 303)
    }
    default:
      throw new AppError('bad-request')
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskManual() {
  const { head: _head, ...page } = useLoaderData<typeof loader>()
  return <DeskChapters {...page} answer={useActionData<typeof action>()} />
}
