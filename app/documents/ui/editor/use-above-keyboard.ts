import { useEffect } from 'react'

/** Tells the styles how much of the page the virtual keyboard covers, so that what sticks to the bottom stays above it. */
export function useAboveKeyboard(): void {
  useEffect(() => {
    const { visualViewport } = window
    if (!visualViewport) return
    const place = () => {
      const covered = Math.max(0, window.innerHeight - visualViewport.height - visualViewport.offsetTop)
      // Zooming in shrinks the visible part too; only a keyboard leaves the scale alone.
      document.documentElement.style.setProperty('--keyboard', visualViewport.scale === 1 ? `${Math.round(covered)}px` : '0px')
    }
    visualViewport.addEventListener('resize', place)
    visualViewport.addEventListener('scroll', place)
    return () => {
      visualViewport.removeEventListener('resize', place)
      visualViewport.removeEventListener('scroll', place)
    }
  }, [])
}
