import { createHmac, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AnlanError } from '../domain/wording/errors.ts'
import type { Environment } from './environment.ts'

const FILE = 'deployment.key'

/**
 * The 32 bytes that wrap every data key: from ANLAN_KEY, else from a file made at the first start, readable by its owner
 * only. Whoever loses it loses every sealed field.
 * @throws AnlanError request-invalid when it has not 32 bytes
 */
export async function readDeploymentKey({ deploymentKey, dataFolder }: Environment): Promise<Buffer> {
  if (deploymentKey) return decoded(deploymentKey, 'ANLAN_KEY')
  const path = join(dataFolder, FILE)
  const kept = await readIfThere(path)
  if (kept) return decoded(kept, path)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await createOnce(path, `${randomBytes(32).toString('base64')}\n`)
  return decoded(await readFile(path, 'utf8'), path)
}

/** A secret for one use, derived so that no further secret has to be kept. */
export const secretFor = (key: Buffer, use: string): string =>
  createHmac('sha256', key).update(`secret\n${use}`).digest('base64')

function decoded(text: string, field: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    throw new AnlanError('request-invalid', {
      issues: [{ field, rule: 'wrong-form', limit: 'base64, 32 bytes' }],
      text: { zh: `${field} 要是32个字节的 base64`, en: `${field} must be 32 bytes in base64` },
    })
  return key
}

const readIfThere = (path: string) =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })

/** Two servers that start together end with one key: a link fails when the name is taken, a rename would not. */
async function createOnce(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(temporary, content, { mode: 0o600, flag: 'wx' })
  await link(temporary, path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  await rm(temporary)
}
