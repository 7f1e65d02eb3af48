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
  | 'clock'
  | 'pencil'
  | 'plus'
  | 'minus'
  | 'link'
  | 'external-link'
  | 'list'
  | 'burger'
  | 'file'
  | 'files'
  | 'mail'
  | 'settings'
  | 'logout'
  | 'share'
  | 'star-outline'
  | 'copy'
  | 'comment'
  | 'camera'
  | 'expand'
  | 'collapse'
  | 'more-actions'
  | 'arrow-left'
  | 'arrow-right'
  | 'refresh'
  | 'wifi'
  | 'help-circle'
  | 'delete'
  | 'upload'
  | 'lock'
  | 'key'
  | 'note'
  | 'box'
  | 'horn'

/** A decorative icon; with `label` it speaks for itself. `turn` mirrors it in right-to-left pages. */
export function Icon({ name, label, turn, small }: { name: IconName; label?: string; turn?: boolean; small?: boolean }) {
  const className = ['icon', small && 'icon-sm', turn && 'icon-turn'].filter(Boolean).join(' ')
  return (
    <svg className={className} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })} focusable="false">
      <use href={`${sprite}#it-${name}`} />
    </svg>
  )
}
