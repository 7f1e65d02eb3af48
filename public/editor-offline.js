// Service worker of the editor's pages, and of nothing else: its scope is /{lang}/scrivania/testi/. Texts opened on this
// device open again without a line. Pages are asked from the network first; a copy belongs to one person and to one
// build, and goes when somebody else, or nobody, is signed in.
const build = new URL(location.href).searchParams.get('build') ?? ''
const all = 'casa-editor/'
const ours = `${all}${build}/`
const assets = `${ours}assets`
const pagesOf = (person) => `${ours}pages/${person}`
const isPage = (path) => /^\/(?:it|en|ar)\/scrivania\/testi\/[^/]+$/.test(path)

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) =>
  event.waitUntil(dropCaches((name) => name.startsWith(all) && !name.startsWith(ours)).then(() => self.clients.claim())),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate' && isPage(url.pathname)) event.respondWith(openPage(event, url.pathname))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(openAsset(request))
})

// The page says what it is made of; a page that was opened before this worker was there is fetched once more.
self.addEventListener('message', (event) => {
  const { data, source } = event
  if (data?.kind === 'keep' && source) event.waitUntil(keep(data, new URL(source.url).pathname))
})

async function keep({ files, fetchPage }, path) {
  const cache = await caches.open(assets)
  for (const file of files) if (!(await cache.match(file))) await cache.add(file).catch(() => undefined)
  // Claimed between its request and its script, a page thinks it came through this worker, and did not.
  if (!isPage(path) || (!fetchPage && (await kept(path)))) return
  const response = await fetch(path, { credentials: 'same-origin', redirect: 'manual' }).catch(() => undefined)
  if (response) await note(path, response)
}

async function openPage(event, path) {
  const response = await fetch(event.request).catch(() => undefined)
  if (response && ![502, 503, 504].includes(response.status)) {
    const copy = response.clone()
    event.waitUntil(note(path, copy))
    return response
  }
  return (await kept(path)) ?? response ?? Response.error()
}

async function openAsset(request) {
  return (await caches.match(request, { cacheName: assets })) ?? fetch(request)
}

// What the network answered decides what may stay: a page of this person, or no page at all.
async function note(path, response) {
  const person = response.headers.get('x-editor-person')
  if (response.ok && person) {
    await dropCaches((name) => name.startsWith(`${ours}pages/`) && name !== pagesOf(person))
    await (await caches.open(pagesOf(person))).put(path, response)
  } else if (response.type === 'opaqueredirect') await dropCaches((name) => name.startsWith(`${ours}pages/`))
  else for (const name of await caches.keys()) if (name.startsWith(`${ours}pages/`)) await (await caches.open(name)).delete(path)
}

async function kept(path) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(`${ours}pages/`) ? await caches.match(path, { cacheName: name }) : undefined
    if (found) return found
  }
  return undefined
}

async function dropCaches(isMeant) {
  for (const name of await caches.keys()) if (isMeant(name)) await caches.delete(name)
}
