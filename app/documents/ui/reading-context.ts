import { createContext, useContext } from 'react'
import { dirOf } from '#app/shared/languages.ts'
import type { NodeJson } from '../schema/json.ts'

/** What a citation leads to; the route looks the ids up (`citedIds`) in the catalogue. */
export type Cited = { url: string; title?: string; type?: string }
export type Resolve = (id: string) => Cited | undefined

/** What every part of a rendered text needs to know. */
export type Reading = {
  ids: Map<NodeJson, string>
  offset: number
  /** Smallest level a heading may have here. */
  top: number
  resolve: Resolve
  /** Where the page lists a source; undefined where it lists none, as in the editor. */
  sourceAnchor: (key: string) => string | undefined
}

export const ReadingContext = createContext<Reading | undefined>(undefined)

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading outside ReadingView')
  return reading
}

/** `lang` and `dir` of a block that differs from its surroundings. */
export const languageOf = (node: NodeJson): { lang?: string; dir?: string } => {
  const { lang, dir } = node.attrs ?? {}
  const own = typeof lang === 'string' ? lang : undefined
  const direction = typeof dir === 'string' ? dir : own && dirOf(own)
  return { ...(own && { lang: own }), ...(direction && { dir: direction }) }
}
