import { createHmac, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AnlanError } from '../domain/wording/errors.ts'
import type { Text } from '../domain/wording/text.ts'
import type { Environment } from './environment.ts'

/** Where the program keeps the key it made, in its data folder. */
export const DEPLOYMENT_KEY_FILE = 'deployment.key'

/**
 * The 32 bytes that wrap every data key: from ANLAN_KEY, else from a file made at the first start, readable by its owner
 * only. Whoever loses it loses every sealed field, so none is made beside a database that has offices already (`mayMake`).
 * @throws AnlanError request-invalid when it has not 32 bytes, is none that chance made, is missing, or others can read its file
 */
export async function readDeploymentKey(
  { deploymentKey, dataFolder }: Environment,
  { mayMake }: { readonly mayMake: boolean },
): Promise<Buffer> {
  if (deploymentKey) return readKey(deploymentKey, 'ANLAN_KEY')
  const path = join(dataFolder, DEPLOYMENT_KEY_FILE)
  const kept = await readIfThere(path)
  if (kept) {
    await refuseReadable(path)
    return readKey(kept, path)
  }
  if (!mayMake)
    refuse(path, 'required', {
      zh: `${path} 不在了。没有它，封存的内容打不开。从备份里放回来，或者用 ANLAN_KEY 给出，再启动`,
      en: `${path} is gone. Without it nothing sealed opens. Put it back from a backup, or give it as ANLAN_KEY, then start again`,
    })
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await createOnce(path, `${randomBytes(32).toString('base64')}\n`)
  return readKey(await readFile(path, 'utf8'), path)
}

/** A secret for one use, derived so that no further secret has to be kept. */
export const secretFor = (key: Buffer, use: string): string =>
  createHmac('sha256', key).update(`secret\n${use}`).digest('base64')

/** A key from its letters. @throws AnlanError request-invalid naming `field` when it has not 32 bytes, or is none that chance made */
export function readKey(text: string, field: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32)
    refuse(field, 'wrong-form', { zh: `${field} 要是32个字节的 base64`, en: `${field} must be 32 bytes in base64` })
  if (new Set(key).size < LEAST_DIFFERENT)
    refuse(field, 'too-easy', {
      zh: `${field} 不像随机生成的，猜得到。用 openssl rand -base64 32 生成`,
      en: `${field} does not look random and can be guessed. Make one with openssl rand -base64 32`,
    })
  return key
}

/** 32 bytes by chance hold fewer different ones less than once in 10^10 keys. */
const LEAST_DIFFERENT = 16

/** Windows has no such bits. */
async function refuseReadable(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const { mode } = await stat(path)
  if (mode & 0o077)
    refuse(path, 'not-allowed', {
      zh: `${path} 别人也能读。运行 chmod 600 ${path} 再启动`,
      en: `Others can read ${path}. Run chmod 600 ${path}, then start again`,
    })
}

function refuse(field: string, rule: string, text: Text): never {
  throw new AnlanError('request-invalid', { issues: [{ field, rule }], text })
}

/** Where the next key lies until the database knows it, and the former one until it is retired. */
const beside = (dataFolder: string, name: 'next' | 'former') => join(dataFolder, `${DEPLOYMENT_KEY_FILE}.${name}`)

/** Keeps the next key beside the present one, so that no crash loses it. */
export async function keepNextKey(dataFolder: string, next: Buffer): Promise<void> {
  await writeFile(beside(dataFolder, 'next'), `${next.toString('base64')}\n`, { mode: 0o600, flush: true })
}

/** Puts the next key in the place of the present one, which stays beside it. */
export async function takeNextKey(dataFolder: string): Promise<void> {
  const path = join(dataFolder, DEPLOYMENT_KEY_FILE)
  await rm(beside(dataFolder, 'former'), { force: true })
  await link(path, beside(dataFolder, 'former'))
  await rename(beside(dataFolder, 'next'), path)
}

/** Lets the former key go. */
export const dropFormerKey = (dataFolder: string): Promise<void> => rm(beside(dataFolder, 'former'), { force: true })

/** Puts a key where none is. @returns false where one is already */
export async function putKey(dataFolder: string, key: Buffer): Promise<boolean> {
  const path = join(dataFolder, DEPLOYMENT_KEY_FILE)
  if ((await readIfThere(path)) !== undefined) return false
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await createOnce(path, `${key.toString('base64')}\n`)
  return true
}

const readIfThere = (path: string) =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })

/** Two servers that start together end with one key: a link fails when the name is taken, a rename would not. */
async function createOnce(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  // On the disk before anything is sealed with it.
  await writeFile(temporary, content, { mode: 0o600, flag: 'wx', flush: true })
  await link(temporary, path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  await rm(temporary)
}
