import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { HOSTILE_TEXTS } from '../testing/hostile/hostile-texts.ts'
import { HOSTILE_WORKBOOKS, type HostileFile } from '../testing/hostile/hostile-workbooks.ts'
import type { Look } from '../testing/hostile/look-at-files.ts'

const LOOK = join(import.meta.dirname, '../testing/hostile/look-at-files.ts')
/** Objects are bounded, as they are in the thread of an import: whoever needs more of them ends. */
const BOUNDED = ['--max-old-space-size=256', '--max-semi-space-size=8']
/** What reading a ledger may take, the program itself (80 MB) and what it unpacks included. How much Node.js frees how soon is the machine's. */
const MOST_MEGABYTES = 600

/** Looks at files in a process of their own, one after the other; ends it when it does not come to an end. */
async function lookAt(files: readonly HostileFile[]): Promise<Look[]> {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-hostile-'))
  try {
    const given = files.flatMap(({ bytes, name }, index) => {
      const path = join(folder, String(index))
      writeFileSync(path, bytes())
      return [path, name]
    })
    const { stdout } = await promisify(execFile)(process.execPath, [...BOUNDED, LOOK, ...given], { timeout: 240_000 })
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Look)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.each([
  ['workbooks', HOSTILE_WORKBOOKS],
  ['texts, old workbooks and other files', HOSTILE_TEXTS],
])(
  '%s that mean harm are refused, each with its own reason in both languages, in little memory',
  { timeout: 300_000 },
  async (kind, files) => {
    const looks = await lookAt(files)
    const peak = Math.max(...looks.map(({ megabytes }) => megabytes))
    process.stdout.write(`${kind}: ${files.length} files, ${peak} MB at most\n`)
    expect(looks.map(({ rule }, index) => `${files[index]?.title}: ${rule}`)).toEqual(
      files.map(({ title, rule }) => `${title}: ${rule}`),
    )
    for (const { rule, text } of looks)
      if (rule !== 'read') {
        expect(text?.zh).toMatch(/[一-龥]/)
        expect(text?.en).not.toMatch(/[一-龥]{4}/)
      }
    expect(peak).toBeLessThan(MOST_MEGABYTES)
  },
)
