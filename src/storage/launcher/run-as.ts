import { type ExecFileOptions, execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { AnlanError } from '../../domain/wording/errors.ts'

/**
 * PostgreSQL refuses to run as root. `direct`: we are not root. `namespace`: root, shown to PostgreSQL as another user
 * by a user namespace; files stay root's. `dropped`: root gives up its rights for the child; files must be nobody's.
 */
export type RunAs = 'direct' | 'namespace' | 'dropped'

/** What to spawn so that a program runs in that way. */
export type Launch = { readonly file: string; readonly args: string[]; readonly uid?: number; readonly gid?: number }

/** The user "nobody" on every Linux; containers have it without any set-up. */
export const NOBODY = 65534

/** The gentlest way that works here, tried with the real program. */
export async function chooseRunAs(postgres: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return 'direct'
  return (await works(launch('namespace', postgres, ['--version']))) ? 'namespace' : 'dropped'
}

/** The command line that runs a program in one of the three ways. */
export function launch(runAs: RunAs, file: string, args: string[]): Launch {
  switch (runAs) {
    case 'direct':
      return { file, args }
    case 'namespace':
      return { file: 'unshare', args: ['--user', `--map-user=${NOBODY}`, '--', file, ...args] }
    case 'dropped':
      return { file, args, uid: NOBODY, gid: NOBODY }
  }
}

/** Only what the programs need: their messages in English, so that we recognise them, and times in UTC. */
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

/** Runs a program to its end; a failure carries its last words. */
export async function runToEnd({ file, args, ...identity }: Launch): Promise<string> {
  const options: ExecFileOptions = { ...identity, cwd: '/', env: environment(), encoding: 'utf8' }
  try {
    return String((await promisify(execFile)(file, args, options)).stdout)
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string }
    throw new AnlanError('database-unusable', { rule: 'cannot-run', program: file, reason: stderr?.trim() || message })
  }
}

async function works(command: Launch): Promise<boolean> {
  return runToEnd(command).then(
    () => true,
    () => false,
  )
}
