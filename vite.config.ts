import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const web = fileURLToPath(new URL('src/web', import.meta.url))

/** Each is one application with a page of its own. The gallery of parts is looked at while one works, and not built. */
const applications = ['office', 'field'].map((name) => `${web}/${name}/index.html`).filter((page) => existsSync(page))

/** While developing, every address that is not a file is a page of the office, as on the server. */
const officeAddresses: Plugin = {
  name: 'office-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = request.url?.split('?')[0] ?? '/'
      const isPage = !path.includes('.') && !/^\/(api|public|gallery|field|@|node_modules|src)/.test(path)
      if (isPage) request.url = '/office/index.html'
      next()
    })
  },
}

export default defineConfig({
  root: web,
  plugins: [react(), officeAddresses],
  // The server puts each page's own nonce here; styles that scripts write carry it.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome90',
    rolldownOptions: { input: applications },
  },
  server: {
    // `npm run dev` beside `npm run anlan -- serve`, which answers everything that is not a page.
    proxy: Object.fromEntries(
      ['/api', '/public', '/t/'].map((path) => [path, process.env['ANLAN_URL'] ?? 'http://localhost:8080']),
    ),
  },
})
