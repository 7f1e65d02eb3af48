import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { findTextAccess } from '#app/desk/document-access.server.ts'
import { publishPlace } from '#app/desk/publish-place.server.ts'
import { allows, liveName } from '#app/documents/access.ts'
import { readForEditing } from '#app/documents/read-for-editing.server.ts'
import { EditorPage } from '#app/documents/ui/editor/editor-page.tsx'
import editorStyles from '#app/documents/ui/editor/editor.scss?url'
import { CommandPalette } from '#app/discovery/ui/palette/command-palette.tsx'
import { mountPalette } from '#app/discovery/ui/palette/palette.ts'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import type { SiteFrame } from '#app/shared/ui/site-frame.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: editorStyles }]

/** The page of a live text. Without the right to write, the answer is the same as for a text that is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, params } = entered
  const name = params.name ?? ''
  const text = await findTextAccess(db, actor, name)
  if (!text || !allows(text.access, 'write')) throw new AppError('not-found')
  const draft = await readForEditing(db, text)
  if (!draft) throw new AppError('not-found')
  const place = allows(text.access, 'publish') ? await publishPlace(db, actor, text) : undefined
  const head = headOf(entered, text.title, { noindex: true })
  const page = {
    name,
    title: text.title,
    textLang: text.lang,
    content: draft.content,
    epoch: draft.epoch,
    person: { id: actor.id, name: actor.name },
    backUrl: `/${lang}/scrivania`,
    readUrl: `/${lang}${text.path}`,
    publishUrl: place && `/${lang}${place}`,
    uploadUrl: `/${lang}/scrivania/testi/${name}/immagini`,
    formUrl: `/${lang}/scrivania/testi/${name}/modulo`,
    versionsUrl: `/${lang}/scrivania/testi/${name}/versioni`,
    twins: text.langs.filter((other) => other !== text.lang).map((other) => ({ lang: other, name: liveName({ ...text, lang: other }) })),
  }
  // Whose copy of this page a browser may keep (public/editor-offline.js); no other cache may.
  return data({ head, role: actor.role, page }, { headers: { 'X-Editor-Person': actor.id, 'Cache-Control': 'private, no-store' } })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function EditText() {
  const { page, role } = useLoaderData<typeof loader>()
  const frame = useRouteLoaderData<SiteFrame>('root')
  const palette = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = palette.current?.querySelector<HTMLElement>('[data-palette-root]')
    return root ? mountPalette(root) : undefined
  }, [])
  return (
    <>
      <EditorPage {...page} />
      <div ref={palette}>
        <CommandPalette role={role} menu={frame?.menu ?? []} shortcuts={false} />
      </div>
    </>
  )
}
