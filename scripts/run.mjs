// Runs a development tool under the pinned Node.js: node scripts/run.mjs vitest run src/engine
import { runNode } from './child.mjs'
import { ensureInstalled } from './ensure.mjs'
import { toolNames, toolScript } from './tool.mjs'

const [name, ...args] = process.argv.slice(2)
if (!toolNames.includes(name)) {
  console.error(`用法 Usage: node scripts/run.mjs ${toolNames.join('|')} …`)
  process.exit(2)
}
ensureInstalled()
process.exitCode = await runNode([toolScript(name), ...args], { cwd: process.cwd() })
