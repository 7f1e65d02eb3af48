import url from './palette-page.ts?worker&url'

/** Address of the palette's script: loaded by pages of the workspace only. */
export const paletteUrl: string = url
