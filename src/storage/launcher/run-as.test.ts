import { type ExecFileException, execFile } from 'node:child_process'
import { chmod, chown, cp, mkdtemp, readdir, readFile, readlink, rm, stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { binariesForAll, embeddedBinaries, makeLinks, program } from './embedded-binaries.ts'
import { isOpenToAll } from './is-open-to-all.ts'
import { chooseRunAs, launch, NOBODY, type RunAs, runToEnd } from './run-as.ts'
import { type LauncherEvent, startEmbedded } from './start-embedded.ts'

const isRoot = process.getuid?.() === 0
const hasNamespaces = isRoot && (await chooseRunAs(program(await embeddedBinaries(), 'postgres'))) === 'namespace'
const nodeIsOpen = (await isOpenToAll(process.execPath)) && (await isOpenToAll(import.meta.dirname))

const NEEDS_ROOT = 'only root can give up its rights'
const NEEDS_NAMESPACES = 'user namespaces need root and a kernel that allows them'
const NEEDS_OPEN_CHECKOUT = 'nobody can read this checkout or its Node.js'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-run-as-')) // mode 0700: nobody else gets in
})

afterEach(async () => rm(folder, { recursive: true, force: true }))

/** Starts and stops a server; tells who owned its files. */
async function startAndStop(dataDir: string, runAs: RunAs): Promise<LauncherEvent[]> {
  const events: LauncherEvent[] = []
  const server = await startEmbedded({ dataDir, runAs, durable: false, log: (event) => events.push(event) })
  await server.stop()
  return events
}

describe('as root, the server', () => {
  test('runs in a user namespace and leaves the files to root', async ({ skip }) => {
    skip(!hasNamespaces, NEEDS_NAMESPACES)
    const events = await startAndStop(join(folder, 'postgres'), 'namespace')
    expect(events).toMatchObject([{ event: 'started', runAs: 'namespace' }, { event: 'stopped' }])
    expect((await stat(join(folder, 'postgres', 'data'))).uid).toBe(0)
  })

  test('runs as nobody where everybody can pass, in the data folder itself', async ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    await chmod(folder, 0o755)
    await startAndStop(join(folder, 'postgres'), 'dropped')
    expect((await stat(join(folder, 'postgres', 'data'))).uid).toBe(NOBODY)
    expect(await readdir(join(folder, 'postgres'))).not.toContain('elsewhere')
  })

  test('runs as nobody elsewhere when the data folder is closed, and finds its data again', async ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const dataDir = join(folder, 'postgres')
    await startAndStop(dataDir, 'dropped')
    const home = await readFile(join(dataDir, 'elsewhere'), 'utf8')
    const made = (await stat(join(home, 'data', 'PG_VERSION'))).mtimeMs
    await startAndStop(dataDir, 'dropped')
    expect((await stat(join(home, 'data', 'PG_VERSION'))).mtimeMs).toBe(made)
    await rm(home, { recursive: true })
    await expect(startAndStop(dataDir, 'dropped')).rejects.toMatchObject({ details: { rule: 'data-missing' } })
  })

  test('moves the data when the way it runs changes, and loses nothing', async ({ skip }) => {
    skip(!hasNamespaces, NEEDS_NAMESPACES)
    const dataDir = join(folder, 'postgres')
    await startAndStop(dataDir, 'namespace')
    const identity = await systemIdentifier(join(dataDir, 'data'))
    await startAndStop(dataDir, 'dropped')
    const home = await readFile(join(dataDir, 'elsewhere'), 'utf8')
    expect(await systemIdentifier(join(home, 'data'))).toBe(identity)
    await startAndStop(dataDir, 'namespace')
    expect(await systemIdentifier(join(home, 'data'))).toBe(identity)
    await rm(home, { recursive: true })
  })

  test('gets a copy of the programs when nobody can reach them', async ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const closed = join(folder, 'closed')
    await cp((await embeddedBinaries()).folder, closed, { recursive: true, verbatimSymlinks: true })
    const home = await mkdtemp(join(tmpdir(), 'anlan-run-as-home-'))
    await chmod(home, 0o711)
    try {
      const copy = await binariesForAll({ folder: closed, version: '18.4.0' }, home)
      expect(copy.folder).toBe(join(home, 'postgresql-18.4.0'))
      expect(await runToEnd(launch('dropped', program(copy, 'postgres'), ['--version']))).toContain('PostgreSQL) 18')
    } finally {
      await rm(home, { recursive: true })
    }
  })
})

test('a program that is not root runs the server directly', async ({ skip }) => {
  if (!isRoot) {
    const events = await startAndStop(join(folder, 'postgres'), await chooseRunAs('postgres'))
    expect(events).toMatchObject([{ event: 'started', runAs: 'direct' }, { event: 'stopped' }])
    return
  }
  skip(!nodeIsOpen, NEEDS_OPEN_CHECKOUT)
  await chown(folder, NOBODY, NOBODY)
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start-embedded.ts', import.meta.url))})
    const dataDir = ${JSON.stringify(join(folder, 'postgres'))}
    const server = await startEmbedded({ dataDir, log: ({ event, runAs }) => console.log(event, runAs) })
    await server.stop()`
  const asNobody = { uid: NOBODY, gid: NOBODY, cwd: '/' }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], asNobody)
  expect(stdout.trim().split('\n')).toEqual(['started direct', 'stopped direct'])
})

test('where user namespaces do not work, root gives up its rights instead', async () => {
  // A program that cannot run stands for a kernel that refuses.
  expect(await chooseRunAs('/nonexistent')).toBe(isRoot ? 'dropped' : 'direct')
})

test('library links that npm left out are made', async () => {
  const copy = join(folder, 'native')
  await cp((await embeddedBinaries()).folder, copy, { recursive: true, verbatimSymlinks: true })
  const link = join(copy, 'lib', 'libpq.so.5')
  const before = await readlink(link).catch((cause: ExecFileException) => cause.code)
  await unlink(link)
  await makeLinks(copy)
  expect(await readlink(link)).toBe(before)
})

/** The number that PostgreSQL gives a cluster when it is made: first eight bytes of its control file. */
async function systemIdentifier(data: string): Promise<string> {
  return (await readFile(join(data, 'global', 'pg_control'))).readBigUInt64LE(0).toString()
}
