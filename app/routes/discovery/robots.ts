import type { LoaderFunctionArgs } from '@remix-run/node'

/** GET /robots.txt: everything public may be read; search pages and private areas make no content. */
export function loader({ context }: LoaderFunctionArgs) {
  const closed = ['it', 'en', 'ar'].flatMap((lang) =>
    ['cerca', 'scrivania', 'accedi', 'registrati', 'password'].map((page) => `Disallow: /${lang}/${page}`),
  )
  const body = ['User-agent: *', ...closed, 'Disallow: /p/', `Sitemap: ${context.origin}/sitemap.xml`, ''].join('\n')
  return new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
