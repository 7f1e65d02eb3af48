import { type RefObject, useEffect } from 'react'

/** Keeps an element that sticks to the bottom of small screens above the virtual keyboard, which covers the page. */
export function useAboveKeyboard(element: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { visualViewport } = window
    if (!visualViewport) return
    const place = () => {
      const covered = Math.max(0, window.innerHeight - visualViewport.height - visualViewport.offsetTop)
      // Zooming in shrinks the visible part too; only a keyboard leaves the scale alone.
      element.current?.style.setProperty('--keyboard', visualViewport.scale === 1 ? `${Math.round(covered)}px` : '0px')
    }
    visualViewport.addEventListener('resize', place)
    visualViewport.addEventListener('scroll', place)
    return () => {
      visualViewport.removeEventListener('resize', place)
      visualViewport.removeEventListener('scroll', place)
    }
  }, [element])
}
