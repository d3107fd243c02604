import { errorText } from '../../domain/wording/error-text.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import { issueText } from '../../domain/wording/issue-text.ts'
import type { Locale, Text } from '../../domain/wording/text.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { jsonLine, printable } from './plain-text.ts'
import { Stopped } from './stop-signal.ts'

/** Says on stderr what went wrong, in one or a few lines and without a stack trace, and returns the exit code it means. */
export function printFailure(cause: unknown, locale: Locale, json: boolean): ExitCode {
  if (cause instanceof Stopped) return EXIT.interrupted
  if (!(cause instanceof AnlanError)) {
    const message = cause instanceof Error ? cause.message : String(cause)
    say(
      { code: 'failed', message },
      locale === 'zh' ? `出了意外：${message}` : `Something unforeseen broke: ${message}`,
      json,
    )
    if (process.env['ANLAN_DEBUG'] && cause instanceof Error) console.error(cause.stack)
    return EXIT.failed
  }
  say({ code: cause.code, ...cause.details }, sentence(cause, locale), json)
  if (cause.code === 'database-unusable') return EXIT.database
  // A command line or file that cannot be understood brings its own sentence; what else is invalid broke a rule.
  const isUsage = (cause.code === 'request-invalid' && cause.details['text']) || cause.code === 'import-refused'
  return isUsage ? EXIT.usage : EXIT.refused
}

function say(machine: object, human: string, json: boolean): void {
  console.error(json ? jsonLine(machine) : printable(human))
}

/** The sentence that came with the error; else the general one, with what the error knows besides. */
function sentence({ code, details }: AnlanError, locale: Locale): string {
  const own = details['text'] as Text | undefined
  if (own) return own[locale]
  const general = errorText(code, details, locale)
  const issues = (details['issues'] ?? []) as readonly Issue[]
  const reason = typeof details['reason'] === 'string' ? [details['reason']] : []
  return [
    general,
    ...issues.map((issue) => `  ${issueText(issue, undefined, locale)}`),
    ...reason.map((line) => `  ${line}`),
  ].join('\n')
}
