import type { Shade } from './shades.ts'

export type MapArea = {
  d: string
  href: string
  /** Name and count: what a pointer and a screen reader get. */
  title: string
  shade: Shade
  /** Nothing there: still a link, but not a stop for the keyboard. */
  empty?: boolean
  chosen?: boolean
}

type AreaMapProps = { width: number; height: number; label: string; areas: readonly MapArea[] }

/** The map as an image made of links. Everything it says stands in the table before it, too. */
export function AreaMap({ width, height, label, areas }: AreaMapProps) {
  // Chosen areas last: their outline must not be covered by a neighbour's.
  const ordered = [...areas.filter((area) => !area.chosen), ...areas.filter((area) => area.chosen)]
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {ordered.map((area) => (
        <a key={area.href} href={area.href} tabIndex={area.empty ? -1 : undefined}>
          <title>{area.title}</title>
          <path
            d={area.d}
            className={[area.shade > 0 && `q${area.shade}`, area.chosen && 'chosen'].filter(Boolean).join(' ') || undefined}
          />
        </a>
      ))}
    </svg>
  )
}

/** A small picture of where something is, without links: land pale, the place dark. */
export function PlaceMap({ width, height, land, places }: { width: number; height: number; land: string; places: string }) {
  return (
    <svg className="place-map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path d={land} />
      <path d={places} className="q3" />
    </svg>
  )
}
