import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { rounded } from './quantiles.ts'

/** Processes that wanted a processor in the last minute, on average. Figures of a busy machine are compared by ratio only. */
export const load = (): number => rounded(loadavg()[0] ?? 0)

/** The commit that is measured, with `+` when files were changed since; empty outside a repository. */
export function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? '+' : '')
  } catch {
    return ''
  }
}
