import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

// The table of URLs: one line each, grouped by module. Slugs are Italian in every language (contract.md).
export default [
  index('routes/redirect-to-language.ts'),
  route(':lang', 'routes/language.tsx', [
    index('routes/pages/home.tsx'),
    route('chi-siamo', 'routes/pages/about.tsx'),
    route('contatti', 'routes/pages/contacts.tsx'),
    route('note-legali', 'routes/pages/legal-notice.tsx'),
    route('privacy', 'routes/pages/privacy.tsx'),
    route('accessibilita', 'routes/pages/accessibility.tsx'),

    // people

    // organisations

    // practices

    // manual and training

    // discovery

    // desk: signed-in people
    layout('routes/desk/layout.tsx', prefix('scrivania', [])),

    route('*', 'routes/pages/not-found.tsx'),
  ]),

  // files, API

  route('*', 'routes/pages/not-found.tsx', { id: 'not-found-anywhere' }),
] satisfies RouteConfig
