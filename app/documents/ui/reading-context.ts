import { createContext, useContext } from 'react'
import { dirOf, type Lang } from '#app/shared/languages.ts'
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
  /** Language and direction of words that are the page's, not the text's; empty when they are the same. */
  pageWords: { lang?: Lang; dir?: string }
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

/** The element of a heading: never the page's own h1, never deeper than there are. */
export const headingTag = (level: number) => `h${Math.min(6, Math.max(2, level))}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
