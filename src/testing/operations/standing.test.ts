import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFile, repositoryFiles } from '../repository.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** Every setting that the program reads. */
const SETTINGS = new Set(
  ['environment', 'database-urls', 'installation']
    .map((name) => readFile(`src/server/${name}.ts`))
    .flatMap((text) => [...text.matchAll(/(?:given|url)\('([A-Z_]+)'\)/g)].map(([, name]) => name)),
)

test('every setting in the file of settings is one that the program reads, and none is set without being asked for', () => {
  const lines = readFile('ops/debian/anlan.env').split('\n')
  const named = lines.flatMap((line) => /^#?([A-Z_]+)=/.exec(line)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(12)
  expect(named.filter((name) => !SETTINGS.has(name))).toEqual([])
  expect(lines.filter((line) => /^[A-Z]/.test(line))).toEqual([])
})

describe('the unit of systemd', () => {
  const unit = readFile('ops/systemd/anlan.service')

  test.each([
    'User=anlan',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
    'EnvironmentFile=/etc/anlan/anlan.env',
    'MemoryMax=2G',
    'KillMode=mixed',
    'UMask=0077',
  ])('says %s', (line) => {
    expect(unit.split('\n')).toContain(line)
  })

  test('stops later than the program gives up by itself', () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(30)
  })

  test('is little exposed, as systemd counts', ({ skip }) => {
    const file = join(ROOT, 'ops/systemd/anlan.service')
    const asked = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=25', '--no-pager', file], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    if (asked.error || /unrecognized option|Unknown command/.test(asked.stderr))
      return skip('there is no systemd-analyze here')
    expect(asked.status, asked.stdout + asked.stderr).toBe(0)
  })
})

// No image can be built in a test; what can go wrong silently is read from the file.
describe('the file of the container', () => {
  const lines = readFile('ops/container/Containerfile').replaceAll('\\\n', ' ').split('\n')
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

  test('runs as a number that is not root, says when it is well, and stops in good order', () => {
    expect(of('USER').at(-1)).toMatch(/^[1-9]\d+:[1-9]\d+$/)
    expect(of('HEALTHCHECK')[0]).toContain('/readyz')
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM'])
    expect(of('VOLUME')).toEqual(['["/var/lib/anlan"]'])
    for (const word of ['ENTRYPOINT', 'CMD']) expect(Array.isArray(JSON.parse(of(word)[0] ?? ''))).toBe(true)
  })

  test('names its images by version, copies what is there, holds no secret, and downloads nothing but packages', () => {
    for (const image of of('FROM')) expect(image).toMatch(/^\S+:\d[\w.-]*( AS \w+)?$/)
    const copied = of('COPY').filter((line) => !line.startsWith('--from'))
    for (const source of copied.flatMap((line) => line.split(' ').slice(0, -1)))
      expect(existsSync(join(ROOT, source)), source).toBe(true)
    expect(of('ADD')).toEqual([])
    expect(of('ENV').join(' ')).not.toMatch(/KEY|PASS|TOKEN|SECRET/)
    expect(lines.join('\n')).not.toMatch(/curl|wget|npm install /)
    const scripts = [...lines.join('\n').matchAll(/scripts\/[\w-]+\.mjs/g)].map(([script]) => script)
    expect(scripts.filter((script) => !repositoryFiles('scripts/').includes(script))).toEqual([])
  })
})

describe('the examples of proxies', () => {
  test.each(['ops/proxy/nginx.conf', 'ops/proxy/Caddyfile'])(
    '%s throws away what readers say of their address, and hides the numbers',
    (file) => {
      const text = readFile(file)
      expect(text).toMatch(/X-Forwarded-For (\$remote_addr;|\{remote_host\})/)
      expect(text).not.toContain('$proxy_add_x_forwarded_for')
      expect(text).toMatch(/\/metrics (\{ return )?404/)
      expect(text).toContain('BEHIND_PROXY=1')
      expect(text.split('{').length).toBe(text.split('}').length)
    },
  )
})
