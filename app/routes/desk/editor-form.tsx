import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findTextAccess } from '#app/desk/document-access.server.ts'
import { allows } from '#app/documents/access.ts'
import { readPlainText, writePlainText } from '#app/documents/plain-form.server.ts'
import { PlainForm } from '#app/documents/ui/editor/plain-form.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

async function enterText(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const entered = enterSignedIn(args)
  const text = await findTextAccess(entered.db, entered.actor, entered.params.name ?? '')
  if (!text || !allows(text.access, 'write')) throw new AppError('not-found')
  return { ...entered, text, liveUrl: `/${entered.lang}/scrivania/testi/${entered.params.name}` }
}

export async function loader(args: LoaderFunctionArgs) {
  const entered = await enterText(args)
  const plain = await readPlainText(entered.db, entered.text, entered.text.kind)
  if (!plain) throw new AppError('not-found')
  const saved = entered.url.searchParams.get('notice') === 'saved'
  return {
    head: headOf(entered, entered.text.title, { noindex: true }),
    plain,
    saved,
    textLang: entered.text.lang,
    liveUrl: entered.liveUrl,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, text, liveUrl } = await enterText(args)
  const form = await args.request.formData()
  const typed = [...form]
    .filter(([name]) => name.startsWith('text.'))
    .map(([name, value]): [string, string] => [name.slice(5), String(value)])
  const { documentId, lang, kind } = text
  const write = { documentId, lang, kind, personId: actor.id, base: String(form.get('base')), fields: new Map(typed) }
  const outcome = await writePlainText(db, write)
  if (!outcome.ok) return data({ base: outcome.base, fields: typed.map(([key, markdown]) => ({ key, markdown })) }, 409)
  return redirect(`${liveUrl}/modulo?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function EditPlainText() {
  const { t } = useI18n()
  const { head, plain, ...rest } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title={head.title}
      here={t('documents.editor.plain.title')}
      lead={t('documents.editor.plain.lead')}
      trail={[{ path: '/scrivania', label: t('shared.desk') }]}
    >
      <PlainForm {...plain} {...rest} {...refused} changed={Boolean(refused)} />
    </Page>
  )
}
