import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const web = fileURLToPath(new URL('src/web', import.meta.url))

/** Each is one application with a page of its own: `/office/` and `/field/`. */
const applications = ['office', 'field'].map((name) => `${web}/${name}/index.html`).filter((page) => existsSync(page))

export default defineConfig({
  root: web,
  plugins: [react()],
  // The server puts each answer's own nonce here: antd writes style elements at run time.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: { input: applications },
  },
  server: {
    // `npm run dev` beside `npm run anlan -- serve`, which answers everything that is not a page.
    proxy: { '/api': process.env['ANLAN_URL'] ?? 'http://localhost:8080' },
  },
})
