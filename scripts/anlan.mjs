#!/usr/bin/env node
// The command line. Nothing here writes to stdout: with --json it belongs to the answer.
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { ensureInstalled } from './ensure.mjs'
import { root } from './node.mjs'
import { ensureWebBuilt } from './web-build.mjs'

const args = process.argv.slice(2)
ensureInstalled()
if (args[0] === 'serve') ensureWebBuilt()
// The caller's folder stays the current one, so that file names mean what they say.
const program = args[0] === 'bench' ? 'bench/anlan-bench.ts' : 'src/cli/anlan.ts'
process.exitCode = await runNode([join(root, program), ...args], { cwd: process.cwd() })
