import type { LoaderFunctionArgs } from '@remix-run/node'
import { idsOfList } from '#app/practices/list-page.server.ts'
import { openDataFile } from '#app/practices/open-data-files.server.ts'
import { listAt } from '#app/practices/practice-lists.ts'
import { enter } from '#app/shared/http/enter.server.ts'

/** The current filter of a list as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const list = listAt(entered.url.pathname)
  return openDataFile(entered.db, entered.origin, 'csv', entered.url.pathname.split('/')[2] ?? list, await idsOfList(entered, list))
}
