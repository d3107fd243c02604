import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Made by tools, or not ours. */
const FOREIGN = new Set(['node_modules', 'dist', 'coverage', '.git', '.anlan'])

type Line = { at: string; text: string }

/** Every file of this repository, relative to its root, with forward slashes. */
export function repositoryFiles(folder = ''): string[] {
  return readdirSync(ROOT + folder, { withFileTypes: true })
    .filter(({ name }) => !FOREIGN.has(name))
    .flatMap((entry) => (entry.isDirectory() ? repositoryFiles(`${folder}${entry.name}/`) : [folder + entry.name]))
}

/** The text of a file named as `repositoryFiles` names it. */
export function readFile(file: string): string {
  return readFileSync(ROOT + file, 'utf8')
}

/** The lines of a file, each with the place to point at: `src/domain/time/time.ts:12`. */
export function linesOf(file: string): Line[] {
  return readFile(file)
    .trimEnd()
    .split('\n')
    .map((text, index) => ({ at: `${file}:${index + 1}`, text }))
}
