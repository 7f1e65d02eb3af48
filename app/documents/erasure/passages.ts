/** Finds what is to be erased in a run of text: ranges from–to, in order, not overlapping. */
export type FindPassages = (text: string) => [number, number][]

/** Shorter passages would be found inside innocent words. */
export const shortestPassage = 3

/** A text as passages are compared, and where each of its characters came from. */
export type Folded = { text: string; start: number[]; end: number[] }

const isInvisible = (sign: string) => /[\u00ad\u200b-\u200f\u2060\ufeff]/.test(sign)

/** Case, the kind and number of spaces, the kind of apostrophe and invisible signs do not matter. Pure. */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', start: [], end: [] }
  let at = 0
  for (const sign of text) {
    const end = at + sign.length
    if (/\s/.test(sign) && folded.text.endsWith(' ')) folded.end[folded.end.length - 1] = end
    else if (!isInvisible(sign)) {
      const plain = /\s/.test(sign) ? ' ' : /[’‘ʼ]/.test(sign) ? "'" : sign.toLowerCase()
      folded.text += plain
      for (let unit = 0; unit < plain.length; unit++) {
        folded.start.push(at)
        folded.end.push(end)
      }
    }
    at = end
  }
  return folded
}

/** A passage as it is compared. */
export const foldedPassage = (passage: string): string => fold(passage.trim()).text

/** Looks for whole passages, wherever they stand. */
export const findPhrases = (passages: readonly string[]): FindPassages => {
  const wanted = passages.map(foldedPassage).filter((passage) => passage.length > 0)
  return (text) => {
    const folded = fold(text)
    return rangesOf(
      folded,
      wanted.flatMap((passage) => placesOf(folded.text, passage)),
    )
  }
}

function placesOf(text: string, passage: string): [number, number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + passage.length)) places.push([at, at + passage.length])
  return places
}

/** Ranges of the folded text as ranges of the text itself, in order; those that touch become one. */
export function rangesOf({ start, end }: Folded, found: readonly [number, number][]): [number, number][] {
  const ranges: [number, number][] = []
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    const range: [number, number] = [start[from]!, end[to - 1]!]
    const last = ranges.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else ranges.push(range)
  }
  return ranges
}

/** The text without what is found in it. */
export function cut(text: string, find: FindPassages): string {
  let rest = ''
  let at = 0
  for (const [from, to] of find(text)) {
    rest += text.slice(at, from)
    at = to
  }
  return rest + text.slice(at)
}
