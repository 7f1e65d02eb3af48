/**
 * The Remix options of Casa Comune; vite.config.ts hands them to Remix's Vite compiler.
 * @type {import('@remix-run/dev').VitePluginConfig & {future: Record<string, true>}}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*'], // every URL is listed in app/routes.ts
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
