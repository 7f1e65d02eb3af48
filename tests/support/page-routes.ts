import routes from '#app/routes.ts'

type RouteEntry = { path?: string; file: string; children?: RouteEntry[] }
export type PageRoute = { pattern: string; file: string; matches: RegExp; weight: number }

/** Every address of app/routes.ts, most specific first. */
export const allRoutes: PageRoute[] = flatten(routes as RouteEntry[]).sort((a, b) => b.weight - a.weight)

function flatten(entries: RouteEntry[], above = ''): PageRoute[] {
  return entries.flatMap((entry) => {
    const pattern = entry.path ? `${above}/${entry.path}` : above
    return entry.children ? flatten(entry.children, pattern) : [toRoute(pattern || '/', entry.file)]
  })
}

/** Fixed words weigh more than parameters, parameters more than the rest of an address. */
function toRoute(pattern: string, file: string): PageRoute {
  const parts = pattern.split('/').filter(Boolean)
  const expression = parts.map((part) => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '[.]'))).join('/')
  const weight = parts.reduce((sum, part) => sum + (part === '*' ? -2 : part.startsWith(':') ? 3 : 4), 0)
  return { pattern, file, matches: new RegExp(`^/${expression}$`), weight }
}

/** The route an address leads to. */
export function routeOf(pathname: string): PageRoute {
  const route = allRoutes.find(({ matches }) => matches.test(pathname))
  if (!route) throw new Error(`No route for ${pathname}`)
  return route
}
