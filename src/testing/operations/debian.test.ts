import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'anlan-deb-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const machine = join(folder, 'machine')
const at = (path: string) => join(machine, path)
const mode = (path: string) => statSync(at(path)).mode & 0o777

/** Without the packages: copying them says nothing about the package and takes long. */
test('the Debian package installs, runs, and leaves settings and data when it goes', ({ skip }) => {
  if (spawnSync('dpkg-deb', ['--version']).error) return skip('there is no dpkg-deb here')
  const built = spawnSync(process.execPath, ['scripts/build-deb.mjs', folder, '--without-packages'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect(built.status, built.stderr).toBe(0)
  const file = readdirSync(folder).find((name) => name.endsWith('.deb')) ?? ''
  expect(file).toMatch(/^anlan_\d+\.\d+\.\d+_(amd64|arm64)\.deb$/)
  for (const part of ['var/lib/dpkg/info', 'var/lib/dpkg/updates', 'var/lib/dpkg/triggers'])
    mkdirSync(at(part), { recursive: true })
  for (const list of ['status', 'available']) writeFileSync(at(`var/lib/dpkg/${list}`), '')

  expect(dpkg('--install', join(folder, file))).toContain('anlan init')
  expect([mode('etc/anlan'), mode('etc/anlan/anlan.env'), mode('var/lib/anlan'), mode('var/backups/anlan')]).toEqual([
    ...[0o750, 0o640, 0o750, 0o700],
  ])
  expect(mode('usr/bin/anlan') & 0o111).toBe(0o111)
  expect(existsSync(at('usr/lib/systemd/system/anlan.service'))).toBe(true)
  expect(existsSync(at('usr/lib/anlan/src/testing'))).toBe(false)
  expect(existsSync(at('usr/share/doc/anlan/docs/operations.md'))).toBe(true)
  symlinkSync(join(ROOT, 'node_modules'), at('usr/lib/anlan/node_modules'))
  const help = spawnSync(at('usr/lib/anlan/bin/anlan'), ['procedures', 'check', '--json'], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect(help.status, help.stderr).toBe(0)
  rmSync(at('usr/lib/anlan/node_modules'))
  writeFileSync(at('var/lib/anlan/deployment.key'), 'kept')

  dpkg('--remove', 'anlan')
  expect([existsSync(at('usr/lib/anlan')), existsSync(at('etc/anlan/anlan.env'))]).toEqual([false, true])
  dpkg('--purge', 'anlan')
  expect([existsSync(at('etc/anlan')), existsSync(at('var/lib/anlan/deployment.key'))]).toEqual([false, true])
}, 120_000)

/** On a folder that stands for a machine, so that nothing of this one is touched. */
function dpkg(...args: string[]): string {
  const flags = [
    `--root=${machine}`,
    '--force-script-chrootless',
    '--force-not-root',
    '--force-depends',
    '--no-triggers',
  ]
  const { status, stdout, stderr } = spawnSync('dpkg', [...flags, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
    timeout: 60_000,
  })
  expect(status, stderr + stdout).toBe(0)
  return stdout + stderr
}
