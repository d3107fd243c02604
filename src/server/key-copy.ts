import { readFile, writeFile } from 'node:fs/promises'
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { AnlanError } from '../domain/wording/errors.ts'
import { readKey } from './deployment-key.ts'

const LEAST_PASSPHRASE = 12

/** Writes a deployment key into a file of letters, sealed by age under a passphrase: for a safe, on paper too. Never over a file. */
export async function writeKeyCopy(path: string, key: Buffer, passphrase: string | undefined): Promise<void> {
  if (!passphrase || passphrase.length < LEAST_PASSPHRASE)
    refuse(
      `用环境变量 ANLAN_KEY_PASSPHRASE 给出口令，至少${LEAST_PASSPHRASE}个字；和副本分开保管`,
      `Give a passphrase of ${LEAST_PASSPHRASE} characters or more in ANLAN_KEY_PASSPHRASE; keep it apart from the copy`,
    )
  const sealing = new Encrypter()
  sealing.setPassphrase(passphrase)
  const sealed = armor.encode(await sealing.encrypt(key.toString('base64')))
  await writeFile(path, sealed.endsWith('\n') ? sealed : `${sealed}\n`, { mode: 0o600, flag: 'wx', flush: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') refuse(`${path} 已经在了`, `${path} is there already`)
      throw cause
    },
  )
}

/** The key in a copy. @throws AnlanError import-refused when it is none, or the passphrase is wrong */
export async function readKeyCopy(path: string, passphrase: string | undefined): Promise<Buffer> {
  const sealed = await readFile(path, 'utf8').catch(() =>
    refuse(`没有这个文件：${path}`, `There is no such file: ${path}`),
  )
  if (!passphrase)
    refuse('用环境变量 ANLAN_KEY_PASSPHRASE 给出副本的口令', 'Give the passphrase of the copy in ANLAN_KEY_PASSPHRASE')
  const opening = new Decrypter()
  opening.addPassphrase(passphrase)
  const opened = async () => opening.decrypt(armor.decode(sealed.trim()), 'text')
  const key = await opened().catch(() =>
    refuse('口令不对，或者这不是密钥的副本', 'The passphrase is wrong, or this is no copy of a key'),
  )
  return readKey(key, path)
}

function refuse(zh: string, en: string): never {
  throw new AnlanError('import-refused', { rule: 'key-copy', text: { zh, en } })
}
