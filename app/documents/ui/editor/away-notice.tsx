import type { Editor } from '@tiptap/react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Away } from './room/absence.ts'
import type { AwayChange } from './room/away.ts'

const shown = 12

/** Puts the caret into a block and shows it; false when it is not there any more. */
function goTo(editor: Editor, id: string): boolean {
  let place: number | undefined
  editor.state.doc.descendants((node, at) => {
    if (node.attrs.id === id) place = at
    return place === undefined
  })
  if (place === undefined) return false
  editor
    .chain()
    .focus(place + 1)
    .run()
  const element = editor.view.nodeDOM(place)
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' })
  return true
}

/** What came in while this person was away, in words; each change leads to its place. Read once, then put away. */
export function AwayNotice({ away, editor, dismiss }: { away: Away; editor: Editor | null; dismiss: () => void }) {
  const { t, date } = useI18n()
  const count = (op: AwayChange['op']) => away.changes.filter((change) => change.op === op).length
  const parts = (['added', 'changed', 'removed'] as const).filter((op) => count(op) > 0)
  return (
    <section className="notice away-notice" aria-labelledby="away-title" role="status">
      <h2 id="away-title" className="h6">
        {t('documents.editor.away.title', { since: date(new Date(away.since), { dateStyle: 'long', timeStyle: 'short' }) })}
      </h2>
      <p>{parts.map((op) => t(`documents.editor.away.${op}`, { n: count(op) })).join(' · ')}</p>
      <details>
        <summary>{t('documents.editor.away.which')}</summary>
        <ul>
          {away.changes.slice(0, shown).map(({ op, id, text }, index) => (
            <li key={id ?? index}>
              <strong>{t(`documents.editor.away.op.${op}`)}:</strong>{' '}
              {id && editor ? (
                <button type="button" className="link-button" onClick={() => goTo(editor, id)} dir="auto">
                  {excerpt(text)}
                </button>
              ) : (
                <span dir="auto">{excerpt(text)}</span>
              )}
            </li>
          ))}
        </ul>
        {away.changes.length > shown && <p>{t('documents.editor.away.more', { n: away.changes.length - shown })}</p>}
      </details>
      <button type="button" className="btn btn-sm btn-outline-primary" onClick={dismiss}>
        {t('documents.editor.away.read')}
      </button>
    </section>
  )
}

const excerpt = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text)
