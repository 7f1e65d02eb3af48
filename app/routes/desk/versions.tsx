import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findTextAccess } from '#app/desk/document-access.server.ts'
import { allows } from '#app/documents/access.ts'
import { VersionsPage } from '#app/documents/ui/versions-page.tsx'
import { changeVersions } from '#app/documents/versions/change-versions.server.ts'
import { versionForm } from '#app/documents/versions/version.ts'
import { readVersionsPage } from '#app/documents/versions/versions-page.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

async function enterText(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const entered = enterSignedIn(args)
  const text = await findTextAccess(entered.db, entered.actor, entered.params.name ?? '')
  if (!text || !allows(text.access, 'write')) throw new AppError('not-found')
  const editorUrl = `/${entered.lang}/scrivania/testi/${entered.params.name}`
  return { ...entered, text, editorUrl, path: `${editorUrl}/versioni` }
}

export async function loader(args: LoaderFunctionArgs) {
  const entered = await enterText(args)
  const { db, text, t, url, path, editorUrl } = entered
  const page = { ...(await readVersionsPage(db, text, url.searchParams)), path, editorUrl, textLang: text.lang }
  return { head: headOf(entered, `${t('documents.versions.title')}: ${text.title}`, { noindex: true }), page }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, text, path } = await enterText(args)
  const form = await readForm(args.request, versionForm)
  if (!form.ok && form.problems.name) return data({ nameTooLong: true }, 422)
  if (!form.ok) throw new AppError('bad-request')
  const { done, version } = await changeVersions(db, { documentId: text.documentId, lang: text.lang }, form.value, actor.id)
  return redirect(`${path}?fatto=${done}${version ? `&versione=${version}` : ''}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function TextVersions() {
  const { t } = useI18n()
  const { head, page } = useLoaderData<typeof loader>()
  const trail = [{ path: '/scrivania', label: t('shared.desk') }]
  return (
    <Page title={head.title} here={t('documents.versions.title')} lead={t('documents.versions.lead')} trail={trail}>
      <VersionsPage {...page} {...useActionData<typeof action>()} />
    </Page>
  )
}
