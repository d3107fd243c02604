// npm run evaluate:warning: proves the early-warning engine on simulated and real series, under the pinned Node.js.
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { ensureInstalled } from './ensure.mjs'
import { root } from './node.mjs'

ensureInstalled()
process.exitCode = await runNode([join(root, 'bench/evaluate-warning.ts'), ...process.argv.slice(2)], { cwd: root })
