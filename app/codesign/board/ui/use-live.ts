import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Asks the page's loader again whenever the server says that something changed; one question at a time. */
export function useLive(eventsUrl: string): void {
  const { revalidate, state } = useRevalidator()
  const latest = useRef({ revalidate, busy: false, again: false })
  latest.current.revalidate = revalidate
  useEffect(() => {
    const { current } = latest
    current.busy = state !== 'idle'
    if (current.busy || !current.again) return
    current.again = false
    revalidate()
  }, [state, revalidate])
  useEffect(() => {
    const events = new EventSource(eventsUrl)
    const look = () => {
      if (latest.current.busy) latest.current.again = true
      else latest.current.revalidate()
    }
    events.addEventListener('changed', look)
    // After a break something may have been missed.
    let broken = false
    events.addEventListener('error', () => (broken = true))
    events.addEventListener('open', () => {
      if (broken) look()
      broken = false
    })
    return () => events.close()
  }, [eventsUrl])
}
