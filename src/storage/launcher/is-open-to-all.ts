import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const OTHERS_MAY_ENTER = 0o001
const OTHERS_MAY_READ = 0o004

/** Whether any user of the machine can reach this file or folder: /root, for example, lets nobody through. */
export async function isOpenToAll(path: string): Promise<boolean> {
  const real = await realpath(path)
  if (!((await stat(real)).mode & OTHERS_MAY_READ)) return false
  for (let step = real; ; step = dirname(step)) {
    if (!((await stat(step)).mode & OTHERS_MAY_ENTER)) return false
    if (step === dirname(step)) return true
  }
}
