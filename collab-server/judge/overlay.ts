import * as Y from 'yjs'

/** What an item hangs from: the text's root, an element, a run of text, something deleted, or something not ours. */
export type Holder = { kind: 'root' | 'gone' | 'foreign' } | { kind: 'text' } | { kind: 'element'; name: string; depth: () => number }

export type Placed = { holder: Holder; key: string | null }
export type Struct = Y.Item | Y.GC | Y.Skip

/** Index of the struct that holds a clock, by halving. */
function lastStartingBefore(structs: readonly Struct[], clock: number): number {
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (structs[middle]!.id.clock <= clock) low = middle + 1
    else high = middle - 1
  }
  return high
}

type Run = { start: number; end: number; structs: Struct[] }

const gone: Placed = { holder: { kind: 'gone' }, key: null }
const text: Holder = { kind: 'text' }
const depthOf = (type: Y.AbstractType<unknown>): number => {
  let depth = 0
  for (let item = type._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) depth++
  return depth
}

/**
 * A loaded text together with the updates of the batch that is being judged: these are not applied before their
 * commit, yet the next update may build on them.
 */
export class Overlay {
  private readonly doc: Y.Doc
  private readonly root: Y.AbstractType<unknown>
  private readonly runs = new Map<number, Run>()
  private readonly placed = new Map<Y.Item, Placed>()
  /** Whose client ids were seen first in this batch. */
  readonly claims = new Map<number, string>()
  elements = 0
  private elementsBefore = 0
  private readonly journal: { client: number; run: Run; end: number; count: number }[] = []

  constructor(doc: Y.Doc, fragment: Y.XmlFragment) {
    this.doc = doc
    this.root = fragment as Y.AbstractType<unknown>
  }

  /** True when the text is made of fixed sections: nothing else may stand at its root. */
  get sectioned(): boolean {
    return (this.root as Y.XmlFragment).toArray().some((child) => child instanceof Y.XmlElement && child.nodeName === 'section')
  }

  get store(): Y.Doc['store'] {
    return this.doc.store
  }

  /** First clock of a client that is not known yet. */
  known(client: number): number {
    return this.runs.get(client)?.end ?? Y.getState(this.doc.store, client)
  }

  has(id: Y.ID | null): boolean {
    return id === null || id.clock < this.known(id.client)
  }

  add(struct: Y.Item | Y.GC, placed: Placed): void {
    const { client } = struct.id
    const run = this.runs.get(client) ?? { start: this.known(client), end: this.known(client), structs: [] }
    this.journal.push({ client, run, end: run.end, count: run.structs.length })
    run.structs.push(struct)
    run.end = struct.id.clock + struct.length
    this.runs.set(client, run)
    if (struct instanceof Y.Item) this.placed.set(struct, placed)
  }

  /** From here on `undo` can take back what an update added. */
  begin(): void {
    this.journal.length = 0
    this.elementsBefore = this.elements
  }

  undo(): void {
    for (const { client, run, end, count } of this.journal.toReversed()) {
      if (count === 0) this.runs.delete(client)
      run.end = end
      run.structs.length = count
    }
    this.elements = this.elementsBefore
    this.begin()
  }

  private find(id: Y.ID): Struct {
    const run = this.runs.get(id.client)
    if (run && id.clock >= run.start) return run.structs[Math.max(0, lastStartingBefore(run.structs, id.clock))]!
    return Y.getItem(this.doc.store, id)
  }

  /** Where a new item hangs, and under which key. Its neighbours and parent must be known. */
  place(item: Y.Item): Placed {
    if (typeof item.parent === 'string') {
      const holder: Holder = this.doc.share.get(item.parent) === this.root ? { kind: 'root' } : { kind: 'foreign' }
      return { holder, key: item.parentSub }
    }
    if (item.parent instanceof Y.ID) return this.within(this.find(item.parent), item.parentSub)
    const neighbour = item.origin ?? item.rightOrigin
    return neighbour ? this.beside(this.find(neighbour)) : gone
  }

  private within(parent: Struct, key: string | null): Placed {
    if (!(parent instanceof Y.Item) || !(parent.content instanceof Y.ContentType)) return gone
    const { type } = parent.content
    if (type._item) return { holder: this.holderOf(type as Y.AbstractType<unknown>), key }
    const above = this.placed.get(parent)?.holder
    if (type instanceof Y.XmlText) return { holder: text, key }
    const depth = () => 1 + (above?.kind === 'element' ? above.depth() : 0)
    return { holder: { kind: 'element', name: (type as Y.XmlElement).nodeName, depth }, key }
  }

  private beside(neighbour: Struct): Placed {
    if (!(neighbour instanceof Y.Item)) return gone
    const placed = this.placed.get(neighbour)
    if (placed) return placed
    const { parent } = neighbour
    if (!(parent instanceof Y.AbstractType)) return gone
    return { holder: this.holderOf(parent as Y.AbstractType<unknown>), key: neighbour.parentSub }
  }

  private holderOf(type: Y.AbstractType<unknown>): Holder {
    if (type._item === null) return { kind: type === this.root ? 'root' : 'foreign' }
    if (type instanceof Y.XmlText) return text
    if (type instanceof Y.XmlElement) return { kind: 'element', name: type.nodeName, depth: () => depthOf(type as Y.AbstractType<unknown>) }
    return { kind: 'foreign' }
  }
}
