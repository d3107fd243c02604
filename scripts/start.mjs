// npm start: installs what is missing, builds the pages, and serves. On its own embedded database it loads the demo
// county when there is no data yet; on a database of yours only with `npm start -- --demo`.
import { runNode } from './child.mjs'
import { ensureInstalled } from './ensure.mjs'
import { ensureWebBuilt } from './web-build.mjs'

ensureInstalled()
ensureWebBuilt()
const demo = process.env['DATABASE_URL']?.trim() ? [] : ['--demo']
process.exitCode = await runNode(['src/cli/anlan.ts', 'serve', ...demo, ...process.argv.slice(2)])
