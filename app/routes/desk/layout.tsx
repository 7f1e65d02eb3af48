import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { CommandPalette } from '#app/discovery/ui/palette/command-palette.tsx'
import { paletteUrl } from '#app/discovery/ui/palette/palette-url.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { DeskNav } from '#app/shared/ui/desk-nav.tsx'
import type { SiteFrame } from '#app/shared/ui/site-frame.ts'

/** The frame of the workspace: signed-in people only, with its places at the side. */
export function loader(args: LoaderFunctionArgs) {
  const { actor, url } = enterSignedIn(args)
  return { role: actor.role, path: url.pathname }
}

export default function DeskLayout() {
  const { role, path } = useLoaderData<typeof loader>()
  const frame = useRouteLoaderData<SiteFrame>('root')
  return (
    <div className="wrap desk">
      <DeskNav role={role} path={path} />
      <div className="desk-page">
        <CommandPalette role={role} menu={frame?.menu ?? []} />
        <Outlet />
      </div>
      <script type="module" src={paletteUrl} nonce={frame?.nonce} />
    </div>
  )
}
