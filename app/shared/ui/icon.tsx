import sprite from './icons.svg?url'

/** Names of the icons in icons.svg (the .italia set, only those in use). */
export type IconName =
  | 'search'
  | 'user'
  | 'chevron-right'
  | 'chevron-left'
  | 'close'
  | 'check'
  | 'check-circle'
  | 'warning-circle'
  | 'info-circle'
  | 'error'
  | 'map-marker'
  | 'download'
  | 'print'
  | 'rss'
  | 'calendar'
  | 'pencil'
  | 'minus'
  | 'link'
  | 'external-link'
  | 'list'
  | 'burger'
  | 'file'
  | 'files'
  | 'settings'
  | 'share'
  | 'comment'
  | 'camera'
  | 'expand'
  | 'arrow-left'
  | 'arrow-right'
  | 'refresh'
  | 'wifi'
  | 'help-circle'
  | 'delete'
  | 'lock'
  | 'key'
  | 'note'
  | 'box'

/** A decorative icon; with `label` it speaks for itself. `turn` mirrors it in right-to-left pages. */
export function Icon({ name, label, turn, small }: { name: IconName; label?: string; turn?: boolean; small?: boolean }) {
  const className = ['icon', small && 'icon-sm', turn && 'icon-turn'].filter(Boolean).join(' ')
  return (
    <svg className={className} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })} focusable="false">
      <use href={`${sprite}#it-${name}`} />
    </svg>
  )
}
