import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/${readingLanguage(request)}`, { headers: { Vary: 'Cookie, Accept-Language' } })
