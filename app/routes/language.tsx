import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { enter } from '#app/shared/http/enter.server.ts'

/** The frame of every page under /:lang; an unknown language is not found. */
export function loader(args: LoaderFunctionArgs) {
  enter(args)
  return null
}

export default function Language() {
  return <Outlet />
}
