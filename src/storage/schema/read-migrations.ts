import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { splitStatements } from './split-statements.ts'

/** One numbered change of the schema. */
export type Migration = {
  readonly number: number
  readonly name: string
  /** SHA-256 of the file, so that an edited file is noticed where it has been applied already. */
  readonly digest: string
  /** Whether the program of the release before may go on working with the database after this change. */
  readonly worksWithPrevious: boolean
  readonly statements: readonly string[]
}

/** The migrations that this program brings. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations')

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/
const HEAD = /^-- why: \S.*\n-- works with the previous release: (yes|no)\b/

/** Reads all migrations of a folder in order; a wrong name, head or a number used twice is an error of ours. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort()
  const migrations = await Promise.all(files.map((file) => readMigration(directory, file)))
  migrations.forEach(({ name, number }, index) => {
    if (number !== index + 1) throw new Error(`migration ${name} has number ${number}, ${index + 1} comes next`)
  })
  return migrations
}

/** One digest for a list of migrations: it names the schema that they lead to. */
export function digestOf(migrations: readonly Migration[]): string {
  return sha256(migrations.map(({ digest }) => digest).join('\n'))
}

async function readMigration(directory: string, file: string): Promise<Migration> {
  const [, number, name] = FILE_NAME.exec(file) ?? []
  if (!number || !name) throw new Error(`${file} should be named like 0001_name.sql`)
  // Git may have given the file other line ends; they are not a change.
  const text = (await readFile(join(directory, file), 'utf8')).replaceAll('\r\n', '\n')
  const head = HEAD.exec(text)
  if (!head) {
    throw new Error(`${file} should begin with "-- why: …" and "-- works with the previous release: yes|no …"`)
  }
  return {
    number: Number(number),
    name,
    digest: sha256(text),
    worksWithPrevious: head[1] === 'yes',
    statements: splitStatements(text),
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
