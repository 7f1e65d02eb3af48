import { useEffect } from 'react'

type Manifest = { version?: string }

/** Hashed files this page was made of, fetched so far: they never change, so a copy is as good as the original. */
const filesHere = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name))
      .filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'))
      .map((url) => url.pathname),
  ),
]

/**
 * Once the text is here, lets this page open again without a line (public/editor-offline.js): the worker of this build
 * keeps the page and the files it is made of. Where browsers have no worker, or in development, nothing happens.
 */
export function useOffline(ready: boolean): void {
  useEffect(() => {
    const { version } = (window as { __remixManifest?: Manifest }).__remixManifest ?? {}
    if (!ready || !version || !('serviceWorker' in navigator) || import.meta.env.DEV) return
    const fetchPage = navigator.serviceWorker.controller === null
    const scope = location.pathname.replace(/[^/]+$/, '')
    const timer = setTimeout(() => {
      if (!navigator.onLine) return
      void navigator.serviceWorker
        .register(`/editor-offline.js?build=${encodeURIComponent(version)}`, { scope })
        .then(() => navigator.serviceWorker.ready)
        .then(({ active }) => active?.postMessage({ kind: 'keep', files: filesHere(), fetchPage }))
        .catch(() => undefined) // storage refused, or the site is on its way down: writing needs none of this
    }, 1_000)
    return () => clearTimeout(timer)
  }, [ready])
}
