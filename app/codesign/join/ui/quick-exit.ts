/** Says in this tab that somebody left in a hurry; holds nothing else, and goes with the tab. */
const LEFT = 'cc-left'

/**
 * "Leave now": the page is hidden at once and gives its place in the history to a neutral one. Back and Forward lead
 * to the neutral page again, not to what was read here; who opens a page of ours on purpose is back.
 */
export function quickExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-quick-exit]')
  if (!link) return
  const leave = (): void => {
    document.body.hidden = true
    location.replace(link.href)
  }
  const hasLeft = (): boolean => sessionStorage.getItem(LEFT) !== null
  link.addEventListener('click', (event) => {
    event.preventDefault()
    sessionStorage.setItem(LEFT, '1')
    leave()
  })
  window.addEventListener('pageshow', ({ persisted }) => persisted && hasLeft() && leave())
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (visit?.type !== 'back_forward') sessionStorage.removeItem(LEFT)
  else if (hasLeft()) leave()
}
