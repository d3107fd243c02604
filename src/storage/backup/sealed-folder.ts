import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { AnlanError } from '../../domain/wording/errors.ts'

const PUBLIC = 'recipient.txt'
const SECRET = 'identity.age'
const LEAST_PASSPHRASE = 12

/**
 * A folder of backups, encrypted with age to a key pair of its own: whoever makes backups needs the public half alone, so a nightly run
 * keeps no secret and cannot read what earlier ones wrote. The other half lies beside it under a passphrase.
 */
export async function openForWriting(folder: string, passphrase: string | undefined): Promise<string> {
  const known = await readFile(join(folder, PUBLIC), 'utf8').catch(() => undefined)
  if (known) return known.trim()
  if (!passphrase || passphrase.length < LEAST_PASSPHRASE)
    refuse(
      `第一次备份到这个文件夹，要用环境变量 ANLAN_BACKUP_PASSPHRASE 给出口令，至少${LEAST_PASSPHRASE}个字；恢复时要用，请记在别处`,
      `The first backup into a folder takes a passphrase of ${LEAST_PASSPHRASE} characters or more in ANLAN_BACKUP_PASSPHRASE; restoring needs it, so keep it elsewhere`,
    )
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const sealing = new Encrypter()
  sealing.setPassphrase(passphrase)
  await writeFile(join(folder, SECRET), await sealing.encrypt(identity), { mode: 0o600, flag: 'wx', flush: true })
  await writeFile(join(folder, PUBLIC), `${recipient}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return recipient
}

/** The secret half of a folder. @throws AnlanError import-refused when the passphrase is wrong or missing */
export async function openForReading(folder: string, passphrase: string | undefined): Promise<string> {
  const sealed = await readFile(join(folder, SECRET)).catch(() => undefined)
  if (!sealed) refuse(`${folder} 里没有备份`, `There are no backups in ${folder}`)
  if (!passphrase)
    refuse(
      '用环境变量 ANLAN_BACKUP_PASSPHRASE 给出备份的口令',
      'Give the passphrase of the backups in ANLAN_BACKUP_PASSPHRASE',
    )
  const opening = new Decrypter()
  opening.addPassphrase(passphrase)
  return opening.decrypt(sealed, 'text').catch(() => refuse('备份的口令不对', 'The passphrase of the backups is wrong'))
}

/** Writes one encrypted file, whole or not at all. */
export async function writeSealed(path: string, recipient: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const sealing = new Encrypter()
  sealing.addRecipient(recipient)
  const plain = Readable.toWeb(Readable.from(source)) as ReadableStream<Uint8Array>
  const sealed = await sealing.encrypt(plain)
  const temporary = `${path}.part`
  try {
    await pipeline(
      Readable.fromWeb(sealed as unknown as NodeStream),
      createWriteStream(temporary, { mode: 0o600, flush: true }),
    )
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw cause
  }
}

/** The content of an encrypted file. @throws AnlanError import-refused when it was changed or is another folder's */
export async function* readSealed(path: string, identity: string): AsyncGenerator<Uint8Array> {
  await stat(path).catch(() => refuse(`没有这个文件：${path}`, `There is no such file: ${path}`))
  const opening = new Decrypter()
  opening.addIdentity(identity)
  try {
    const sealed = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>
    const plain = await opening.decrypt(sealed)
    for await (const chunk of Readable.fromWeb(plain as unknown as NodeStream)) yield chunk as Uint8Array
  } catch (cause) {
    if (cause instanceof AnlanError) throw cause
    refuse(
      `${path} 打不开：文件被改过、不完整，或者不是这个文件夹的备份`,
      `${path} does not open: it was changed, cut short, or is no backup of this folder`,
    )
  }
}

function refuse(zh: string, en: string): never {
  throw new AnlanError('import-refused', { text: { zh, en } })
}
