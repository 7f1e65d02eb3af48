import path from 'node:path'
import postcss, { type Plugin } from 'postcss'
import { PurgeCSS } from 'purgecss'

/** Classes set at run time or by state, which no source names whole. */
const kept = ['is-invalid', 'is-valid', 'was-validated', 'show', 'active', 'disabled', 'collapsed', 'ProseMirror', 'ProseMirror-focused']

/** PostCSS plugin: drops the rules whose classes no component names. */
export function purgeUnused(): Plugin {
  return {
    postcssPlugin: 'purge-unused',
    async OnceExit(root, { result }) {
      if (!result.opts.from?.includes('site.scss')) return
      const [purged] = await new PurgeCSS().purge({
        content: [path.resolve(import.meta.dirname, '../../../**/*.{ts,tsx}')],
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
