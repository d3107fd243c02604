import type { CliCommand } from './shell/cli-command.ts'
import { EXIT, type ExitCode } from './shell/exit-code.ts'
import { helpOf, overview } from './shell/help.ts'
import { localeOf } from './shell/locale.ts'
import { printFailure } from './shell/print-failure.ts'
import { readCall } from './shell/read-call.ts'
import { usageError } from './shell/usage-error.ts'

/** Loaded when called for, so that `--help` does not wait for a database driver. */
const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
  serve: async () => (await import('./serve/serve.ts')).serve,
  demo: async () => (await import('./demo/demo.ts')).demo,
  import: async () => (await import('./import/import.ts')).importCommand,
  procedures: async () => (await import('./procedures/procedures.ts')).procedures,
  verify: async () => (await import('./verify/verify.ts')).verify,
  user: async () => (await import('./user/user.ts')).user,
  funnel: async () => (await import('./funnel/funnel.ts')).funnel,
  bench: async () => (await import('../../bench/bench.ts')).bench,
  warn: async () => (await import('./warn/warn.ts')).warn,
  statistics: async () => (await import('./statistics/statistics.ts')).statistics,
}

const [name, ...rest] = process.argv.slice(2)
const locale = localeOf(langIn(rest) ?? langIn([name ?? '']), process.env)

// A reader that has seen enough (head, a closed pager) is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(EXIT.done)
  throw cause
})

process.exitCode = await main().catch((cause: unknown) => printFailure(cause, locale, rest.includes('--json')))

async function main(): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview(await Promise.all(Object.values(COMMANDS).map((load) => load())), locale))
    return EXIT.done
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) {
    const known = Object.keys(COMMANDS).join(', ')
    throw usageError({
      zh: `没有“${name}”这个命令，有：${known}`,
      en: `There is no command "${name}"; there are: ${known}`,
    })
  }
  const command = await load()
  const call = readCall(command, rest, process.env)
  if (call.isSet('help')) {
    console.log(helpOf(command, call.locale))
    return EXIT.done
  }
  return command.run(call)
}

function langIn(args: readonly string[]): string | undefined {
  const at = args.indexOf('--lang')
  return args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? (at >= 0 ? args[at + 1] : undefined)
}
