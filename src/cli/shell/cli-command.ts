import type { Locale, Text } from '../../domain/wording/text.ts'
import type { ExitCode } from './exit-code.ts'

/** An option of a command. `value` is what stands after it in the help; absent for a switch. */
export type Flag = { readonly title: Text; readonly value?: string; readonly rule?: FlagRule }

/** What a flag's value has to be; anything else is refused with the flag's name and this rule. */
export type FlagRule = 'whole-number' | 'port' | 'tenant'

/** What a command was called with, read and checked. */
export type Call = {
  readonly locale: Locale
  readonly args: readonly string[]
  /** The value of a flag, or undefined. */
  readonly value: (flag: string) => string | undefined
  readonly number: (flag: string) => number | undefined
  readonly isSet: (flag: string) => boolean
  /** True with --json: stdout belongs to the answer alone. */
  readonly json: boolean
}

/** One command of `anlan`, as data: the help, the check of its flags and the dispatch all read it. */
export type CliCommand = {
  readonly name: string
  readonly title: Text
  /** What stands after the name: `FILE`, `add|reset|list|disable [USERNAME]`. */
  readonly args?: string
  readonly leastArgs?: number
  readonly mostArgs?: number
  readonly flags: Readonly<Record<string, Flag>>
  /** A few lines under the usage: what it does and what it leaves alone. */
  readonly about: Text
  readonly examples: readonly string[]
  readonly run: (call: Call) => Promise<ExitCode>
}

/** Options every command has. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  json: { title: { zh: '用 JSON 回答，标准输出只有回答', en: 'answer in JSON; stdout holds nothing else' } },
  lang: {
    title: { zh: '用中文或英文说话（默认看 LANG）', en: 'speak Chinese or English (default: LANG)' },
    value: 'zh|en',
  },
  help: { title: { zh: '显示这些说明', en: 'show this help' } },
}
