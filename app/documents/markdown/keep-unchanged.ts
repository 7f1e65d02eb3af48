import type { NodeJson } from '../schema/json.ts'
import { markdownFromBlocks } from './to-markdown.ts'

/**
 * Blocks that read the same in Markdown keep what Markdown cannot say (identity, language, cell widths): each new
 * block is replaced by the first old one, not yet used, with the same Markdown.
 */
export function keepUnchanged(before: readonly NodeJson[], after: readonly NodeJson[]): NodeJson[] {
  const old = Map.groupBy(before, (node) => markdownFromBlocks([node]))
  return after.map((node) => old.get(markdownFromBlocks([node]))?.shift() ?? node)
}
