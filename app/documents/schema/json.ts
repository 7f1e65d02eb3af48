/** A mark and a node as ProseMirror writes them; what editions store and the renderer reads. */
export type MarkJson = { type: string; attrs?: Record<string, unknown> }
export type NodeJson = { type: string; attrs?: Record<string, unknown>; content?: NodeJson[]; marks?: MarkJson[]; text?: string }
export type DocJson = NodeJson & { type: 'doc'; content: NodeJson[] }
