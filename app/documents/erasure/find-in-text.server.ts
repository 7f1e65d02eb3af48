import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { parseContent } from '../editions/edition.ts'
import { fragmentName } from '../log/fragment-name.ts'
import { readParts, verifiedStates } from '../log/load-text.server.ts'
import { applyStored, unpack } from '../log/packed.server.ts'
import { docJson } from '../log/text-json.ts'
import type { NodeJson } from '../schema/json.ts'
import { cut, type FindPassages } from './passages.ts'

/** Where a passage stands in one text. */
export type FoundInText = TextRef & {
  /** The words around it in the draft. */
  excerpts: { before: string; found: string; after: string }[]
  /** It was written and removed again; the log still holds it. */
  removed: boolean
  versions: number
  editions: number[]
}

/** Looks for passages in a text: draft, log with what was removed, versions, editions. Undefined when it holds none. */
export async function findInText(db: Db, ref: TextRef, find: FindPassages): Promise<FoundInText | undefined> {
  const { states } = verifiedStates(await readParts(db, ref), ref)
  const doc = new Y.Doc({ gc: false })
  doc.transact(() => states.forEach((state) => applyStored(doc, state)))
  const runs = runsOf(doc.getXmlFragment(fragmentName)).filter(({ all }) => find(all).length > 0)
  // Reading a text as the editor shows it is dear, and most texts hold nothing.
  const excerpts = runs.length > 0 ? excerptsOf(docJson(doc, fragmentName), find) : []
  const removed = runs.some(({ all, live }) => find(all).length > find(live).length) || (runs.length > 0 && excerpts.length === 0)
  doc.destroy()
  const [versions, editions] = await Promise.all([countVersions(db, ref, find), listEditions(db, ref, find)])
  const found = { ...ref, excerpts, removed, versions, editions }
  return excerpts.length + found.versions + found.editions.length > 0 || removed ? found : undefined
}

const around = 60

function excerptsOf(content: NodeJson, find: FindPassages): FoundInText['excerpts'] {
  return wordRuns(content).flatMap((text) =>
    find(text).map(([from, to]) => ({
      before: text.slice(Math.max(0, from - around), from),
      found: text.slice(from, to),
      after: text.slice(to, to + around),
    })),
  )
}

/** Words as `withoutPassages` takes them: inline neighbours as one, what people wrote in attributes, link addresses. */
function wordRuns(node: NodeJson): string[] {
  const children = node.content ?? []
  const inline = children.some((child) => child.text !== undefined) ? [children.map((child) => child.text ?? ' ').join('')] : []
  const attributes = [node.attrs?.alt, node.attrs?.label, ...(node.marks ?? []).map((mark) => mark.attrs?.href)]
  return [...inline, ...attributes.filter((value) => typeof value === 'string'), ...children.flatMap(wordRuns)]
}

const both = (words: string) => ({ all: words, live: words })

/** Words in an attribute's or a mark's value. */
const wordsOfValue = (value: unknown): string => (typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value))

/** Every run of text twice: with all that ever stood in it, and as it reads now; and the values of attributes and marks. */
function runsOf(fragment: Y.XmlFragment): { all: string; live: string }[] {
  const runs: { all: string; live: string }[] = []
  const queue: Y.AbstractType<unknown>[] = [fragment as Y.AbstractType<unknown>]
  for (const type of queue) {
    let all = ''
    let live = ''
    for (let item = type._start; item; item = item.right) {
      if (item.content instanceof Y.ContentString) {
        all += item.content.str
        if (!item.deleted) live += item.content.str
      } else if (item.content instanceof Y.ContentType) queue.push(item.content.type as Y.AbstractType<unknown>)
      else if (item.content instanceof Y.ContentFormat) runs.push(both(wordsOfValue(item.content.value)))
      else if (all !== '' && !item.deleted) [all, live] = [`${all} `, `${live} `]
    }
    for (const item of type._map.values())
      if (item.content instanceof Y.ContentAny) for (const value of item.content.arr) runs.push(both(wordsOfValue(value)))
    if (all !== '') runs.push({ all, live })
  }
  return runs
}

/** True when erasing would change the content. */
const holdsPassage = (content: NodeJson, find: FindPassages): boolean => wordRuns(content).some((words) => find(words).length > 0)

async function countVersions(db: Db, { documentId, lang }: TextRef, find: FindPassages): Promise<number> {
  const rows = await db
    .selectFrom('document_version')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .select(['state', 'name'])
    .execute()
  return rows.filter(({ state, name }) => {
    if (name !== null && cut(name, find) !== name) return true
    const doc = new Y.Doc()
    Y.applyUpdate(doc, unpack(state))
    const content = docJson(doc, fragmentName)
    doc.destroy()
    return holdsPassage(content, find)
  }).length
}

async function listEditions(db: Db, { documentId, lang }: TextRef, find: FindPassages): Promise<number[]> {
  const rows = await db
    .selectFrom('edition')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .select(['number', 'content', 'note'])
    .orderBy('number')
    .execute()
  return rows
    .filter(({ content, note }) => cut(note, find) !== note || holdsPassage(parseContent(content), find))
    .map(({ number }) => number)
}
