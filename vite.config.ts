import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { purgeUnused } from './app/shared/ui/styles/purge-unused.ts'
import { toLogical } from './app/shared/ui/styles/to-logical.ts'
import remixOptions from './remix.config.js'

export default defineConfig(({ command }) => ({
  plugins: [remix(remixOptions)],
  build: { assetsInlineLimit: 0, cssMinify: 'lightningcss', target: 'es2022' },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ['node_modules/bootstrap-italia/src/scss'],
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      },
    },
    postcss: { plugins: [toLogical, ...(command === 'build' ? [purgeUnused()] : [])] },
  },
  server: { middlewareMode: true },
}))
