import url from './table-editor.ts?worker&url'

/** Address of the participants' editor: Vite compiles it on its own, without React. */
export const tableEditorUrl: string = url
