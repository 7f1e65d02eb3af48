import type { Editor } from '@tiptap/react'
import { Fragment, type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'
import { Icon } from '#app/shared/ui/icon.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { type Action, actions, type ActionName, type Dialog, keysFor, type TableAction } from './actions.ts'
import { useAboveKeyboard } from './use-above-keyboard.ts'
import { useEditorValue } from './use-editor-value.ts'

const groups = ['history', 'words', 'blocks', 'insert', 'table', 'help'] as const

type Buttons = { on: ActionName[]; impossible: ActionName[]; inTable: boolean }

/** What the toolbar shows about the place of the caret; compared by value, so that typing does not redraw it. */
function buttonsOf(editor: Editor | null): Buttons {
  if (!editor?.isEditable)
    return { on: [], impossible: actions.map(({ name }) => name).filter((name) => name !== 'shortcuts'), inTable: false }
  return {
    on: actions.filter((action) => action.isOn?.(editor)).map((action) => action.name),
    impossible: actions.filter((action) => action.isPossible?.(editor) === false).map((action) => action.name),
    inTable: editor.isActive('table'),
  }
}

type ToolbarProps = {
  editor: Editor | null
  openDialog: (dialog: Dialog) => void
  /** The toolbar, so that Escape in the text can come here. */
  bar: RefObject<HTMLDivElement>
}

/**
 * One stop in the page's tab order; arrows, Home and End move inside (mirrored in right-to-left pages). Buttons that
 * cannot act now stay reachable and say so.
 */
export function Toolbar({ editor, openDialog, bar }: ToolbarProps) {
  const { t } = useI18n()
  const { on, impossible, inTable } = useEditorValue(editor, buttonsOf)
  const shown = actions.filter((action) => action.group !== 'table' || inTable)
  const [current, setCurrent] = useState<ActionName>('bold')
  const stop = shown.some((action) => action.name === current) ? current : 'bold'
  useAboveKeyboard()

  const act = (action: Action) => {
    if (impossible.includes(action.name)) return
    if (action.dialog) openDialog(action.dialog)
    else if (editor) action.run?.(editor)
  }
  const button = (action: Action): ReactNode => {
    const label = t(`documents.editor.action.${action.name}`)
    return (
      <button
        key={action.name}
        type="button"
        className={`tool tool-${action.name}`}
        data-action={action.name}
        title={action.keys ? `${label} (${keysFor(action.keys)})` : label}
        aria-label={action.sign === 'words' ? undefined : label}
        aria-pressed={action.isOn ? on.includes(action.name) : undefined}
        aria-haspopup={action.dialog ? 'dialog' : undefined}
        aria-disabled={impossible.includes(action.name) || undefined}
        tabIndex={action.name === stop ? 0 : -1}
        onFocus={() => setCurrent(action.name)}
        // The caret stays where it is: a press on a button does not take it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => act(action)}
      >
        <Sign action={action} />
      </button>
    )
  }
  return (
    // The focus is on one of its buttons (roving tabindex), as the ARIA toolbar pattern asks.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label={t('documents.editor.toolbar')}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) delete currentTarget.dataset.fromText
      }}
      onKeyDown={(event) => moveInside(event, () => editor?.commands.focus())}
    >
      {groups.map((group) => {
        const members = shown.filter((action) => action.group === group)
        return (
          members.length > 0 && (
            <Fragment key={group}>
              <div className="tool-group" data-group={group} role="group" aria-label={t(`documents.editor.group.${group}`)}>
                {members.map(button)}
              </div>
            </Fragment>
          )
        )
      })}
    </div>
  )
}

/** An icon of the sprite, a letter that stands for one, or words where neither would be understood. */
function Sign({ action: { name, sign } }: { action: Action }) {
  const { t } = useI18n()
  if (sign === 'words') return t(`documents.editor.short.${name as TableAction}`)
  return typeof sign === 'string' ? <Icon name={sign} /> : <span aria-hidden="true" data-sign={sign.text} />
}

/** Arrow keys, Home and End between the buttons; Escape goes back to the text. */
function moveInside(event: KeyboardEvent<HTMLDivElement>, toText: () => void): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
  const goal = {
    [forward]: (index + 1) % buttons.length,
    [back]: (index - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }[event.key]
  if (event.key === 'Escape') toText()
  // Who came from the text with Escape wants to go past it.
  if (event.key === 'Tab' && !event.shiftKey && event.currentTarget.dataset.fromText) document.getElementById('after-text')?.focus()
  if (goal === undefined) return
  event.preventDefault()
  buttons[goal]?.focus()
}
