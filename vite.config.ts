import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

const web = fileURLToPath(new URL('src/web', import.meta.url))

const outDir = fileURLToPath(new URL('dist/web', import.meta.url))

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

/** The page that checks a proof of the transparency log is one file: whoever takes it home has all of it. */
const receiptPage: Plugin = {
  name: 'receipt-page',
  apply: 'build',
  async closeBundle() {
    const lib = { entry: `${web}/receipt/page.ts`, formats: ['iife' as const], name: 'receipt' }
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, target: 'chrome90', lib },
    })
    const [bundle] = [built].flat()
    const [chunk] = bundle && 'output' in bundle ? bundle.output : []
    const page = await readFile(`${web}/receipt/check-receipt.html`, 'utf8')
    const script = chunk && 'code' in chunk ? chunk.code.replaceAll('</script', '<\\/script') : ''
    await writeFile(
      `${outDir}/check-receipt.html`,
      page.replace('/*SCRIPT*/', () => script),
    )
  },
}

export default defineConfig({
  root: web,
  plugins: [react(), officeAddresses, receiptPage],
  // The server puts each page's own nonce here; styles that scripts write carry it.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir,
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
