import { join } from 'node:path'
import { root } from './node.mjs'

const SCRIPTS = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
}

/** The names of the tools that `run.mjs` knows. */
export const toolNames = Object.keys(SCRIPTS)

/** The script that starts a development tool. */
export function toolScript(name) {
  if (!toolNames.includes(name)) throw new Error(`Unknown tool "${name}"; one of: ${toolNames.join(', ')}`)
  return join(root, 'node_modules', SCRIPTS[name])
}
