import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/* The three pages of the browser, each with a strict policy and a nonce of its own for the styles it makes as it runs. */

const pages = { desk: 'desk.html', field: 'field.html', portal: 'portal.html' } as const
const pageOf = (path: string): keyof typeof pages =>
  /^\/m(\/|$)/.test(path) ? 'field' : /^\/[cq](\/|$)/.test(path) ? 'portal' : 'desk'

export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  const html = Object.fromEntries(Object.entries(pages).map(([page, file]) => [page, readPage(join(folder, file))]))
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    serveDotFiles: false,
    decorateReply: false,
  })
  const worker = join(folder, 'm', 'sw.js')
  if (existsSync(worker)) {
    app.get('/m/sw.js', (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'no-cache')
        // A worker goes by the policy it came with: without this it may fetch nothing, and no page of the field would open.
        .header('content-security-policy', "default-src 'none'; connect-src 'self'")
        .send(readFileSync(worker, 'utf8')),
    )
  }
  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (path.startsWith('/api/') || /\.\w+$/.test(path)) return reply.callNotFound()
    const nonce = randomBytes(16).toString('base64')
    policy(reply, nonce)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send((html[pageOf(path)] ?? '').replaceAll('%NONCE%', nonce))
  })
}

function readPage(path: string): string {
  if (!existsSync(path))
    throw new Error(`the web is not built: ${path} is missing; run npm start, or node bin/build.mjs`)
  return readFileSync(path, 'utf8')
}

function policy(reply: FastifyReply, nonce: string): void {
  reply.header(
    'content-security-policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src-elem 'self' 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self' blob:",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
}
