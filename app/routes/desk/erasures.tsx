import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { eraseWords } from '#app/desk/erase-words.server.ts'
import { readErasureForm } from '#app/desk/erasure-form.server.ts'
import { passagesField } from '#app/desk/erasure.ts'
import { findWords } from '#app/desk/find-words.server.ts'
import { listErasures } from '#app/desk/list-erasures.server.ts'
import { ErasurePage } from '#app/desk/ui/erasure-page.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

/** /scrivania/cancellazioni: words are found and erased for good. They travel in posted forms only, never in an address. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const done = Number(entered.url.searchParams.get('fatto') ?? 0)
  return { head: headOf(entered, entered.t('desk.erase.title'), { noindex: true }), done, notes: await listErasures(entered.db, 50) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, env, lang } = enterSignedIn(args, 'editor')
  const form = await args.request.formData()
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const read = readErasureForm(form)
  if (read.intent === 'erase') {
    await eraseWords(db, { eraser: actor, reason: read.reason, targets: read.targets, files: read.files, dataDir: env.DATA_DIR })
    return redirect(`/${lang}/scrivania/cancellazioni?fatto=${read.targets.length + read.files.length}`, 303)
  }
  const passages = passagesField.safeParse(typed.passages)
  const found = passages.success ? await findWords({ db, dataDir: env.DATA_DIR }, actor, passages.data) : undefined
  const problems = read.intent === 'again' ? read.problems : {}
  return data(
    { typed, chosen: [...form.getAll('text'), ...form.getAll('file')].map(String), found, problems },
    read.intent === 'again' ? 422 : 200,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Erasures() {
  const { t } = useI18n()
  const { head, ...page } = useLoaderData<typeof loader>()
  return (
    <Page title={head.title} lead={t('desk.erase.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      <ErasurePage {...page} answer={useActionData<typeof action>()} />
    </Page>
  )
}
