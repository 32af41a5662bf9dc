/*
 * Lets a phone open the field without a network. Pages: from the server first, the last one seen otherwise. Assets have a
 * hash in their name and never change: from the cache first. Answers of the API are never kept here.
 */
const CACHE = 'atrium-field-1'
const MOST = 200

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys()
      await Promise.all(
        names.filter((name) => name.startsWith('atrium-field-') && name !== CACHE).map((name) => caches.delete(name)),
      )
      await self.clients.claim()
    })(),
  )
})

/** The page tells what it is made of, since it was loaded before this worker was there. */
self.addEventListener('message', (event) => {
  const addresses = Array.isArray(event.data) ? event.data : []
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE)
      for (const address of ['/m/', ...addresses])
        if (address === '/m/' || isAsset(new URL(address, location.origin)))
          if (address === '/m/' || !(await cache.match(address))) await cache.add(address).catch(() => undefined)
      await forgetOldest(cache)
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== location.origin) return
  if (request.mode === 'navigate' && /^\/m(\/|$)/.test(address.pathname)) event.respondWith(page(event))
  else if (isAsset(address)) event.respondWith(asset(event))
})

const isAsset = (address) => address.origin === location.origin && address.pathname.startsWith('/assets/')

async function page(event) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) event.waitUntil(keep('/m/', answer.clone()))
    return answer
  } catch (error) {
    const kept = await caches.match('/m/', { cacheName: CACHE })
    if (kept) return kept
    throw error
  }
}

async function asset(event) {
  const kept = await caches.match(event.request, { cacheName: CACHE }).catch(() => undefined)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keep(event.request, answer.clone()))
  return answer
}

/** A full or forbidden store never costs the page that was fetched. */
async function keep(address, answer) {
  try {
    await (await caches.open(CACHE)).put(address, answer)
  } catch {
    // Kept the next time, or not at all.
  }
}

/** Assets of builds long gone go first. */
async function forgetOldest(cache) {
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)))
}
