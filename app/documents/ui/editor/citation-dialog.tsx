import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Modal } from './modal.tsx'

type Hit = { id: string; title: string; type: string; lang?: string }

/** Public records that match, as the site's own search finds them; undefined when it did not answer. */
async function find(query: string, lang: string): Promise<Hit[] | undefined> {
  const address = `/api/v1/search?${new URLSearchParams({ q: query, lang, per_page: '8' }).toString()}`
  const response = await fetch(address, { headers: { 'Accept-Language': lang } }).catch(() => undefined)
  if (!response?.ok) return undefined
  return ((await response.json()) as { hits: Hit[] }).hits
}

/** Quotes a record of the catalogue: find it, choose it. The reading view turns the quotation into a link. */
export function CitationDialog({ editor, close, textLang }: { editor: Editor; close: () => void; textLang: string }) {
  const { t } = useI18n()
  const [hits, setHits] = useState<Hit[]>()
  const [problem, setProblem] = useState<string>()

  const search = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const query = String(new FormData(event.currentTarget).get('q')).trim()
    if (query === '') return setProblem(t('documents.editor.citation.empty'))
    const found = await find(query, textLang)
    setHits(found)
    setProblem(found ? undefined : t('documents.editor.citation.unreachable'))
  }
  const quote = ({ id, title }: Hit) => {
    close()
    editor
      .chain()
      .focus()
      .insertContent([
        { type: 'citation', attrs: { id, label: title.slice(0, 300) } },
        { type: 'text', text: ' ' },
      ])
      .run()
  }
  return (
    <Modal title={t('documents.editor.action.citation')} close={close}>
      <form onSubmit={(event) => void search(event)} role="search">
        <Field name="q" type="search" label={t('documents.editor.citation.query')} error={problem} maxLength={200} autoComplete="off" />
        <button type="submit" className="btn btn-primary">
          {t('documents.editor.citation.search')}
        </button>
      </form>
      <p role="status" className="mb-0">
        {hits && t('documents.editor.citation.found', { n: hits.length })}
      </p>
      <ul className="plain citation-hits">
        {hits?.map((hit) => (
          <li key={hit.id}>
            <button type="button" className="btn btn-outline-primary" lang={hit.lang} dir="auto" onClick={() => quote(hit)}>
              {hit.title}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
