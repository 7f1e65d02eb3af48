import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findTextAccess } from '#app/desk/document-access.server.ts'
import { allows } from '#app/documents/access.ts'
import { listAttachments } from '#app/documents/attachments/attachment.queries.server.ts'
import { attachmentsDone, postAttachment } from '#app/documents/attachments/post-attachment.server.ts'
import { AttachmentsPage } from '#app/documents/ui/attachments-page.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

/** /scrivania/testi/:name/allegati: the files of the document behind a text, whichever of its languages is named. */
async function enterText(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const entered = enterSignedIn(args)
  const text = await findTextAccess(entered.db, entered.actor, entered.params.name ?? '')
  if (!text || !allows(text.access, 'write')) throw new AppError('not-found')
  return { ...entered, text }
}

export async function loader(args: LoaderFunctionArgs) {
  const entered = await enterText(args)
  const { db, text, t, url } = entered
  const done = attachmentsDone.find((kind) => kind === url.searchParams.get('fatto'))
  const head = headOf(entered, `${t('documents.attachments.title')}: ${text.title}`, { noindex: true })
  return { head, done, attachments: await listAttachments(db, text.documentId) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, env, actor, text, t, url } = await enterText(args)
  const posted = await postAttachment(db, env.DATA_DIR, { documentId: text.documentId, personId: actor.id, request: args.request })
  if (posted.ok) return redirect(`${url.pathname}?fatto=${posted.done}`, 303)
  const errors = Object.fromEntries(Object.entries(posted.problems).map(([name, code]) => [name, t(`documents.attachments.error.${code}`)]))
  return data({ about: posted.about, errors, typed: posted.typed }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function TextAttachments() {
  const { t } = useI18n()
  const { head, attachments, done } = useLoaderData<typeof loader>()
  return (
    <Page
      title={head.title}
      here={t('documents.attachments.title')}
      lead={t('documents.attachments.lead')}
      trail={[{ path: '/scrivania', label: t('shared.desk') }]}
    >
      <AttachmentsPage attachments={attachments} done={done} refused={useActionData<typeof action>()} />
    </Page>
  )
}
