// anlan bench: a program of its own, so that what ships does not carry it.
import { runCommandLine } from '../src/cli/shell/run-command-line.ts'
import { bench } from './bench.ts'

await runCommandLine({ bench: async () => bench }, process.argv.slice(2))
