import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDeploymentKey } from './deployment-key.ts'
import { readEnvironment } from './environment.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

const read = (mayMake: boolean, env: Record<string, string> = {}) =>
  readDeploymentKey(readEnvironment({ ANLAN_DATA: folder, ...env }), { mayMake })
const path = () => join(folder, 'deployment.key')

test('a key is made at the first start, for its owner alone, and is the same at the next', async () => {
  const made = await read(true)
  expect((await stat(path())).mode & 0o777).toBe(0o600)
  expect(await read(false)).toEqual(made)
})

test('none is made beside a database that has offices already: the former one is asked for', async () => {
  await expect(read(false)).rejects.toMatchObject({
    details: { issues: [{ field: path(), rule: 'required' }], text: { zh: expect.stringContaining('不在了') } },
  })
  await expect(stat(path())).rejects.toMatchObject({ code: 'ENOENT' })
})

test.skipIf(process.platform === 'win32')('a key that others can read is refused', async () => {
  await writeFile(path(), randomBytes(32).toString('base64'))
  await chmod(path(), 0o644)
  await expect(read(false)).rejects.toMatchObject({ details: { text: { zh: expect.stringContaining('chmod 600') } } })
})

test.each([
  ['short', 'wrong-form'],
  [Buffer.alloc(32).toString('base64'), 'too-easy'],
  [Buffer.from('12345678123456781234567812345678').toString('base64'), 'too-easy'],
])('%s is no key', async (key, rule) => {
  await expect(read(true, { ANLAN_KEY: key })).rejects.toMatchObject({
    details: { issues: [{ field: 'ANLAN_KEY', rule }] },
  })
})
