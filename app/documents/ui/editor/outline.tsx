import type { Editor } from '@tiptap/react'
import type { MouseEvent } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { useEditorValue } from './use-editor-value.ts'

/** `at` is the heading's place in the live text; the static text has anchors instead. */
export type OutlineLine = { level: number; text: string; id?: string; at?: number }

/** Sections and headings of the live text, in order. */
function linesOf(editor: Editor, sectionTitle: (key: string) => string): OutlineLine[] {
  const lines: OutlineLine[] = []
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'section') lines.push({ level: 2, text: sectionTitle(String(node.attrs.key)), at })
    if (node.type.name === 'heading' && node.textContent.trim() !== '')
      lines.push({ level: Number(node.attrs.level), text: node.textContent, at })
    return !node.isTextblock
  })
  return lines
}

type OutlineProps = { editor: Editor | null; still: OutlineLine[]; sectionTitle: (key: string) => string; onGo: () => void }

/** The text at a glance; a line leads to its place. Before the live text is here, plain anchors do. */
export function Outline({ editor, still, sectionTitle, onGo }: OutlineProps) {
  const { t } = useI18n()
  const live = useEditorValue(editor, (current) => (current ? linesOf(current, sectionTitle) : undefined))
  const lines = live ?? still
  const go = (event: MouseEvent, line: OutlineLine) => {
    onGo()
    if (!editor || line.at === undefined) return
    event.preventDefault()
    editor
      .chain()
      .focus(line.at + 1)
      .run()
    const element = editor.view.nodeDOM(line.at)
    if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start' })
  }
  if (lines.length === 0) return <p className="muted">{t('documents.editor.outline.empty')}</p>
  return (
    <nav aria-label={t('documents.editor.outline.title')}>
      <ul className="plain">
        {lines.map((line, index) => (
          <li key={index} className={`outline-${line.level}`}>
            <a href={`#${line.id ?? 'live-text'}`} dir="auto" onClick={(event) => go(event, line)}>
              {line.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
