import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useParams, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import regularFont from '@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2?url'
import boldFont from '@fontsource/titillium-web/files/titillium-web-latin-700-normal.woff2?url'
import { withoutLanguage } from '#app/about/page-answer.ts'
import { PageFoot } from '#app/about/ui/page-foot.tsx'
import { dirOf, isLang, type Lang } from '#app/shared/languages.ts'
import type { Head } from '#app/shared/http/head-of.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'
import { pageTranslator } from '#app/shared/messages/loaded.ts'
import { enhanceUrl } from '#app/shared/ui/enhance-url.ts'
import { kindOfError } from '#app/shared/ui/error-kind.ts'
import { ErrorPage } from '#app/shared/ui/error-page.tsx'
import { I18nProvider } from '#app/shared/ui/i18n.tsx'
import { SiteFooter } from '#app/shared/ui/site-footer.tsx'
import { SiteHeader } from '#app/shared/ui/site-header.tsx'
import type { SiteFrame } from '#app/shared/ui/site-frame.ts'
import { menuFor, newestShown } from '#app/shared/menu.server.ts'
import styles from '#app/shared/ui/styles/site.scss?url'

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: regularFont, crossOrigin: 'anonymous' },
  { rel: 'preload', as: 'font', type: 'font/woff2', href: boldFont, crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<SiteFrame> {
  const url = new URL(request.url)
  return {
    lang: isLang(params.lang) ? params.lang : readingLanguage(request),
    path: url.pathname,
    query: url.search,
    nonce: context.nonce,
    requestId: context.requestId,
    origin: context.origin,
    organisation: context.env.ORG_NAME,
    demonstration: !context.env.ORG_NAME,
    menu: await menuFor(context.db),
    person: context.actor.kind === 'person' ? { name: context.actor.name, role: context.actor.role } : undefined,
    sourceUrl: undefined,
    updatedOn: await newestShown(context.db, withoutLanguage(url.pathname)),
  }
}

/** The title of pages without one of their own: error pages, mostly. Other routes' `meta` replaces it. */
export const meta: MetaFunction<typeof loader> = ({ data, params, error }) => {
  const t = pageTranslator(data?.lang ?? (isLang(params.lang) ? params.lang : 'it'))
  const site = t('shared.siteName')
  return [{ title: error ? `${t(`shared.error.${kindOfError(error).kind}.title`)} · ${site}` : site }]
}

/** React reaches the browser only where a route asks for it with `handle.hydrate` (docs/decisions/0002). */
function useHydration(): boolean {
  return useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate)
}

/** What the page's own loader says about it; undefined when it failed. */
function useHead(): Head | undefined {
  return (useMatches().at(-1)?.data as { head?: Head } | undefined)?.head
}

/** Pages with a frame and a language of their own (participants': ten languages) say so by `handle.ownFrame`. */
function useOwnFrame(): { lang: string } | undefined {
  const framed = useMatches().find((match) => (match.handle as { ownFrame?: boolean } | undefined)?.ownFrame)
  return framed && { lang: (framed.data as { lang?: string } | undefined)?.lang ?? 'it' }
}

/** Header, main and footer of the site's own pages. */
function SiteAround({ frame, children }: { frame: SiteFrame | undefined; children: ReactNode }) {
  const head = useHead()
  return (
    <>
      <SiteHeader frame={frame} />
      <main id="main" tabIndex={-1}>
        {children}
        {frame && head && <PageFoot path={frame.path} query={frame.query} updatedOn={head.updatedOn ?? frame.updatedOn} />}
      </main>
      <SiteFooter frame={frame} />
    </>
  )
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const params = useParams()
  const hydrated = useHydration()
  const own = useOwnFrame()
  const lang: Lang = frame?.lang ?? (isLang(params.lang) ? params.lang : 'it')
  return (
    <html lang={own?.lang ?? lang} dir={dirOf(own?.lang ?? lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0066cc" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nProvider lang={lang}>{own ? children : <SiteAround frame={frame}>{children}</SiteAround>}</I18nProvider>
        {hydrated ? (
          <>
            <ScrollRestoration nonce={frame?.nonce} />
            <Scripts nonce={frame?.nonce} />
          </>
        ) : (
          // No nonce: its own address is allowed by 'self', and the same bytes serve the next visitor (kept-pages).
          !own && <script type="module" src={enhanceUrl} />
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
