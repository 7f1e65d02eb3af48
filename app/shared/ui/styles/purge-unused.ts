import path from 'node:path'
import postcss, { type Plugin } from 'postcss'
import { PurgeCSS } from 'purgecss'

/** Classes that no source names whole: set at run time, or put together (`q${shade}`). */
const kept = ['disabled', 'ProseMirror', 'ProseMirror-focused', /^q[1-4]$/, /^callout-/, /^diff-/]

/** PostCSS plugin: drops the rules whose classes no component names. */
export function purgeUnused(): Plugin {
  return {
    postcssPlugin: 'purge-unused',
    async OnceExit(root, { result }) {
      if (!result.opts.from?.includes('site.scss')) return
      const [purged] = await new PurgeCSS().purge({
        content: [path.resolve(import.meta.dirname, '../../../**/*.{ts,tsx}')],
        skippedContentGlobs: ['**/*.test.*', '**/*.server.ts', '**/generated/**'],
        css: [{ raw: root.toString() }],
        safelist: { standard: kept, greedy: [/^\[/] },
        variables: true,
        keyframes: true,
        fontFace: false,
      })
      if (!purged) return
      root.removeAll()
      root.append(postcss.parse(purged.css).nodes)
    },
  }
}
