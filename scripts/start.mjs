// npm start: installs what is missing, builds the pages, and serves with a demo county when there is no data yet.
import { runNode } from './child.mjs'
import { ensureInstalled } from './ensure.mjs'
import { ensureWebBuilt } from './web-build.mjs'

ensureInstalled()
ensureWebBuilt()
process.exitCode = await runNode(['src/cli/anlan.ts', 'serve', '--demo', ...process.argv.slice(2)])
