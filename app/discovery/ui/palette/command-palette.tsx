import type { Role } from '#app/shared/actor.ts'
import { recordTypes } from '#app/shared/search/record-types.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { KeyList } from '#app/shared/ui/key-list.tsx'
import type { SiteFrame } from '#app/shared/ui/site-frame.ts'
import { commandsFor } from './commands.ts'

type Props = {
  role: Role
  menu: SiteFrame['menu']
  /** Off where the page has a sheet of its own (the editor). */
  shortcuts?: boolean
}

/**
 * Ctrl-K and "?" in the workspace: two native dialogs, which the browser keeps closed and keyboards cannot leave while they
 * are open. palette.ts fills them; without JavaScript there is only what the pages link to anyway.
 */
export function CommandPalette({ role, menu, shortcuts = true }: Props) {
  const { t, href, lang } = useI18n()
  const types = Object.fromEntries(recordTypes.map((type) => [type, t(`shared.recordType.${type}`)]))
  return (
    <div className="palette-root no-print" data-palette-root>
      <button type="button" className="palette-open" data-open="palette" hidden>
        <Icon name="search" small /> {t('discovery.palette.open')} <kbd dir="ltr">Ctrl K</kbd>
      </button>
      {shortcuts && (
        <button type="button" className="palette-open" data-open="shortcuts" hidden>
          <Icon name="help-circle" small /> {t('discovery.shortcuts.title')} <kbd dir="ltr">?</kbd>
        </button>
      )}
      <dialog
        className="palette"
        data-palette={lang}
        data-commands={JSON.stringify(commandsFor(t, href, { role, menu }))}
        data-types={JSON.stringify(types)}
        data-mine={t('discovery.onlyForYou')}
        data-list={t('discovery.palette.results')}
        data-counts={Array.from({ length: 41 }, (_, n) => t('shared.results', { n })).join('|')}
        aria-labelledby="palette-title"
      >
        <Head id="palette-title" title={t('discovery.palette.title')} />
        <form method="get" action={href('/cerca')} role="search" aria-label={t('discovery.palette.title')}>
          <label htmlFor="palette-q">{t('discovery.palette.label')}</label>
          <input id="palette-q" name="q" type="text" className="form-control" dir="auto" autoComplete="off" maxLength={200} />
          <span className="visually-hidden" role="status" />
        </form>
      </dialog>
      {shortcuts && <Shortcuts />}
    </div>
  )
}

function Head({ id, title }: { id: string; title: string }) {
  const { t } = useI18n()
  return (
    <div className="palette-head">
      <h2 id={id} className="h4 mb-0">
        {title}
      </h2>
      <form method="dialog">
        <button type="submit" className="btn btn-outline-primary btn-sm">
          {t('discovery.palette.close')}
        </button>
      </form>
    </div>
  )
}

/** What the keyboard can do on the desk. */
function Shortcuts() {
  const { t } = useI18n()
  const rows = [
    ['Ctrl K', t('discovery.shortcuts.palette')],
    ['?', t('discovery.shortcuts.sheet')],
    ['↑ ↓', t('discovery.shortcuts.move')],
    ['Enter', t('discovery.shortcuts.go')],
    ['Esc', t('discovery.shortcuts.close')],
  ] as const
  return (
    <dialog className="palette" data-shortcuts aria-labelledby="shortcuts-title">
      <Head id="shortcuts-title" title={t('discovery.shortcuts.title')} />
      <KeyList className="palette-keys" rows={rows} />
      <p className="muted small mb-0">{t('discovery.shortcuts.editor')}</p>
    </dialog>
  )
}
