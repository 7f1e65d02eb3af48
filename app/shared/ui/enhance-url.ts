import url from './enhance.ts?worker&url'

/** Address of the small script of public pages: Vite compiles enhance.ts on its own, without React. */
export const enhanceUrl: string = url
