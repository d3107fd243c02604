import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Passwords of the two database roles; they protect the port against other users of the same machine. */
export type Passwords = { readonly owner: string; readonly app: string }

/** Reads the passwords beside the data, or makes them; call under the start lock. */
export async function readPasswords(dataDir: string): Promise<Passwords> {
  const path = join(dataDir, 'passwords.json')
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return ''
  })
  // An empty file is a first start that was cut short, before there was a cluster to protect.
  if (text) return JSON.parse(text) as Passwords
  const passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(passwords))
    await file.sync()
  } finally {
    await file.close()
  }
  return passwords
}
