import type { CliCommand } from './cli-command.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { helpOf, overview } from './help.ts'
import { localeOf } from './locale.ts'
import { printFailure } from './print-failure.ts'
import { readCall } from './read-call.ts'
import { usageError } from './usage-error.ts'

/** The commands of a program by name; each is loaded when it is called for. */
export type Commands = Readonly<Record<string, () => Promise<CliCommand>>>

/** Runs the command that `args` name and sets the exit code of the process; failures are printed in words. */
export async function runCommandLine(commands: Commands, args: readonly string[]): Promise<void> {
  const locale = localeOf(langIn(args), process.env)
  // A reader that has seen enough (head, a closed pager) is no failure.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') process.exit(EXIT.done)
    throw cause
  })
  process.exitCode = await run(commands, args, locale).catch((cause: unknown) =>
    printFailure(cause, locale, args.includes('--json')),
  )
}

async function run(commands: Commands, [name, ...rest]: readonly string[], locale: 'zh' | 'en'): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview(await Promise.all(Object.values(commands).map((load) => load())), locale))
    return EXIT.done
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const known = Object.keys(commands).join(', ')
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
