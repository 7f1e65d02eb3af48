import type { Declaration, Plugin } from 'postcss'

/** Physical properties of bootstrap-italia and the logical ones that serve both writing directions. */
const renamed: Record<string, string> = {
  left: 'inset-inline-start',
  right: 'inset-inline-end',
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
}
for (const [physical, logical] of [
  ['left', 'start'],
  ['right', 'end'],
] as const) {
  for (const property of ['margin', 'padding', 'border']) renamed[`${property}-${physical}`] = `${property}-inline-${logical}`
  for (const part of ['width', 'color', 'style']) renamed[`border-${physical}-${part}`] = `border-inline-${logical}-${part}`
}

/** Splits a shorthand at spaces that are not inside parentheses. */
function parts(value: string): string[] {
  return value.match(/(?:[^\s(]+|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
}

function fourSided(declaration: Declaration): void {
  const sides = parts(declaration.value)
  const [top, right, bottom, left] = sides
  if (sides.length !== 4 || right === left) return
  const { prop, important } = declaration
  declaration.cloneBefore({ prop: `${prop}-block`, value: `${top} ${bottom}`, important })
  declaration.prop = `${prop}-inline`
  declaration.value = `${left} ${right}`
}

function fourCorners(declaration: Declaration): void {
  const corners = parts(declaration.value)
  if (corners.length !== 4 || declaration.value.includes('/')) return
  const names = ['border-start-start-radius', 'border-start-end-radius', 'border-end-end-radius', 'border-end-start-radius']
  names.slice(0, 3).forEach((prop, index) => declaration.cloneBefore({ prop, value: corners[index] ?? '0' }))
  declaration.prop = names[3] ?? ''
  declaration.value = corners[3] ?? '0'
}

/** PostCSS plugin: one stylesheet for left-to-right and right-to-left. */
export const toLogical: Plugin = {
  postcssPlugin: 'to-logical',
  Declaration(declaration) {
    const logical = renamed[declaration.prop]
    if (logical) declaration.prop = logical
    else if (declaration.prop === 'margin' || declaration.prop === 'padding') fourSided(declaration)
    else if (declaration.prop === 'border-radius') fourCorners(declaration)
    else if (['text-align', 'float', 'clear'].includes(declaration.prop) && /^(left|right)$/.test(declaration.value)) {
      const side = declaration.value === 'left' ? 'start' : 'end'
      declaration.value = declaration.prop === 'text-align' ? side : `inline-${side}`
    }
  },
}
