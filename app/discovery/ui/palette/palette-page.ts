// The script of workspace pages without React: mounts the palette that the page holds.
import { mountPalette } from './palette.ts'

for (const root of document.querySelectorAll<HTMLElement>('[data-palette-root]')) mountPalette(root)
