import { type Editor, useEditorState } from '@tiptap/react'
import { Fragment, type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'
import { Icon } from '#app/shared/ui/icon.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { type Action, actions, type ActionName, type Dialog, keysFor } from './actions.ts'
import { useAboveKeyboard } from './use-above-keyboard.ts'

const groups = ['history', 'words', 'blocks', 'insert', 'table', 'help'] as const

type Buttons = { on: ActionName[]; impossible: ActionName[]; inTable: boolean }

/** What the toolbar shows about the place of the caret; compared by value, so that typing does not redraw it. */
function buttonsOf(editor: Editor | null): Buttons {
  if (!editor?.isEditable) return { on: [], impossible: actions.map((action) => action.name), inTable: false }
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
  const { on, impossible, inTable } = useEditorState({ editor, selector: ({ editor: current }) => buttonsOf(current) }) ?? buttonsOf(null)
  const shown = actions.filter((action) => action.group !== 'table' || inTable)
  const [current, setCurrent] = useState<ActionName>('bold')
  const stop = shown.some((action) => action.name === current) ? current : 'bold'
  useAboveKeyboard(bar)

  const act = (action: Action) => {
    if (!editor || impossible.includes(action.name)) return
    if (action.dialog) openDialog(action.dialog)
    else action.run?.(editor)
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
        aria-label={label}
        aria-pressed={action.isOn ? on.includes(action.name) : undefined}
        aria-haspopup={action.dialog ? 'dialog' : undefined}
        aria-disabled={impossible.includes(action.name) || undefined}
        tabIndex={action.name === stop ? 0 : -1}
        onFocus={() => setCurrent(action.name)}
        // The caret stays where it is: a press on a button does not take it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => act(action)}
      >
        {typeof action.sign === 'string' ? <Icon name={action.sign} /> : <span aria-hidden="true">{action.sign.text}</span>}
      </button>
    )
  }
  return (
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label={t('documents.editor.toolbar')}
      aria-controls="live-text"
      onKeyDown={(event) => moveInside(event, () => editor?.commands.focus())}
    >
      {groups.map((group) => {
        const members = shown.filter((action) => action.group === group)
        return (
          members.length > 0 && (
            <Fragment key={group}>
              <div className="tool-group" role="group" aria-label={t(`documents.editor.group.${group}`)}>
                {members.map(button)}
              </div>
            </Fragment>
          )
        )
      })}
    </div>
  )
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
  if (goal === undefined) return
  event.preventDefault()
  buttons[goal]?.focus()
}
