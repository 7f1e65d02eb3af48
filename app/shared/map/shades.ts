/** Shade of an area on the map: 0 is none, 1 to 4 from few to many. */
export type Shade = 0 | 1 | 2 | 3 | 4
export type ShadeClass = { shade: Exclude<Shade, 0>; from: number; to: number }

/**
 * At most four classes of the counts above zero, cut at quantiles of the different values, so that one big city does
 * not leave everything else pale. Neighbouring classes never overlap; few different values make fewer classes.
 */
export function shadeClasses(counts: readonly number[]): ShadeClass[] {
  const values = [...new Set(counts.filter((count) => count > 0))].sort((a, b) => a - b)
  const classes = Math.min(4, values.length)
  return Array.from({ length: classes }, (_, i) => {
    const from = values[Math.floor((i * values.length) / classes)] ?? 1
    const to = values[Math.floor(((i + 1) * values.length) / classes) - 1] ?? from
    // Fewer classes use the darker shades too: two classes are pale and dark, not pale and slightly less pale.
    const shade = classes === 1 ? 2 : Math.round(1 + (3 * i) / (classes - 1))
    return { shade: shade as ShadeClass['shade'], from, to }
  })
}

export const shadeOf = (count: number, classes: readonly ShadeClass[]): Shade =>
  count === 0 ? 0 : (classes.find(({ from, to }) => count >= from && count <= to)?.shade ?? 4)
