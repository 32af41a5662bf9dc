import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Three pages, one build: the desk at `/`, the field at `/m/`, the portal at `/c/` (and `/q/…`, a report without an account). */
const areas = ['desk', 'field', 'portal'] as const
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const areaOf = (path: string) => (/^\/m(\/|$)/.test(path) ? 'field' : /^\/[cq](\/|$)/.test(path) ? 'portal' : 'desk')

/** In development the three pages answer at the addresses they have in production. */
const pagesInDevelopment: Plugin = {
  name: 'pages-in-development',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const wantsPage = request.headers.accept?.includes('text/html') && !/\.\w+$/.test(path)
      if (wantsPage && !path.startsWith('/api/')) request.url = `/${areaOf(path)}/index.html`
      next()
    })
  },
}

/** `desk/index.html` becomes `desk.html`: the server sends one flat file per area. */
const flatPages: Plugin = {
  name: 'flat-pages',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const area of areas) {
      const page = bundle[`${area}/index.html`]
      if (page?.type !== 'asset') continue
      this.emitFile({ type: 'asset', fileName: `${area}.html`, source: page.source })
      delete bundle[`${area}/index.html`]
    }
  },
}

/** The worker that opens the field without a network: its own address, so that its scope is the field. */
const fieldWorker: Plugin = {
  name: 'field-worker',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'm/sw.js', source: readFileSync(here('src/web/field/sw.js'), 'utf8') })
  },
}

const inPackage = (...names: string[]) => new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`)

export default defineConfig({
  root: here('src/web'),
  base: '/',
  publicDir: false,
  cacheDir: here('node_modules/.vite'),
  plugins: [react(), pagesInDevelopment, flatPages, fieldWorker],
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Pictures stay files: the policy allows data: only for images, and small ones cost nothing over HTTP/2.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(areas.map((area) => [area, here(`src/web/${area}/index.html`)])),
      output: {
        codeSplitting: {
          groups: [
            // What changes once a year is cached once a year, by all three areas.
            { name: 'react', test: inPackage('react', 'react-dom', 'scheduler'), priority: 3 },
            {
              name: 'router',
              test: inPackage(
                '@tanstack[\\\\/](react-router|router-core|history|react-store|store|react-query|query-core)',
              ),
              priority: 2,
            },
            // A chunk of its own, so that bin/size-budget.mjs can see when it slips into a first page.
            { name: 'zod', test: inPackage('zod'), priority: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.ATRIUM_WEB_PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 8080}`, changeOrigin: false } },
  },
})
