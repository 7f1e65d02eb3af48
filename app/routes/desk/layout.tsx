import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { DeskNav } from '#app/shared/ui/desk-nav.tsx'

/** The frame of the workspace: signed-in people only, with its places at the side. */
export function loader(args: LoaderFunctionArgs) {
  const { actor, url } = enterSignedIn(args)
  return { role: actor.role, path: url.pathname }
}

export default function DeskLayout() {
  const { role, path } = useLoaderData<typeof loader>()
  return (
    <div className="wrap desk">
      <DeskNav role={role} path={path} />
      <div className="desk-page">
        <Outlet />
      </div>
    </div>
  )
}
