/** Name of the Yjs fragment every text lives in. */
export const fragmentName = 'default'
