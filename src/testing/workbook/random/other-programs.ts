import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { formatFaults } from '../../format-rules.ts'

const run = promisify(execFile)
/** Another program that has not answered by then will not. */
const MOST_MS = 90_000

/** Whether a program is on this machine; where it is not, what only it can show is left out and said so. */
export async function isThere(program: string, ...args: readonly string[]): Promise<boolean> {
  const found = await run(program, args, { timeout: MOST_MS }).then(
    () => true,
    () => false,
  )
  if (!found) console.log(`${[program, ...args].join(' ')} is not on this machine: what it would read is not compared`)
  return found
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-programs-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A workbook as LibreOffice opens it and saves it again. */
export const throughLibreOffice = (file: Uint8Array): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'book.xlsx'), file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', `${folder}/out`, `${folder}/book.xlsx`]
    await run('soffice', args, { timeout: MOST_MS })
    return new Uint8Array(await readFile(join(folder, 'out', 'book.xlsx')))
  })

/** The Python of the system, which has what its packages bring. */
export const PYTHON = '/usr/bin/python3'

const OPENPYXL = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {cell.coordinate: str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None} for sheet in book.worksheets}))
`

/** What openpyxl reads in each cell of each sheet. */
export const readByOpenpyxl = (file: Uint8Array): Promise<Record<string, Record<string, string>>> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'book.xlsx'), file)
    const { stdout } = await run(PYTHON, ['-c', OPENPYXL, join(folder, 'book.xlsx')], {
      timeout: MOST_MS,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    })
    return JSON.parse(stdout) as Record<string, Record<string, string>>
  })

/** What the rules of the format find wrong with a workbook, without the places that move. */
export const faultsByRules = (file: Uint8Array): Promise<readonly string[]> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'book.xlsx'), file)
    return formatFaults(join(folder, 'book.xlsx'))
  })
