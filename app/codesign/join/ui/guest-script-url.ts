import url from './guest-script.ts?worker&url'

/** Address of the small script of participants' pages: Vite compiles it on its own, without React. */
export const guestScriptUrl: string = url
