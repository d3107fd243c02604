import { parseArgs } from 'node:util'
import { text } from '../../domain/wording/text.ts'
import { type Call, type CliCommand, COMMON_FLAGS, type Flag, type FlagRule } from './cli-command.ts'
import { localeOf } from './locale.ts'
import { usageError } from './usage-error.ts'

type Values = Readonly<Record<string, string | boolean | undefined>>

/** Reads and checks what a command was called with. @throws AnlanError request-invalid naming the flag and the rule */
export function readCall(command: CliCommand, argv: readonly string[], env: NodeJS.ProcessEnv): Call {
  const flags = { ...command.flags, ...COMMON_FLAGS }
  const { values, args } = parse(command, flags, argv)
  for (const [name, flag] of Object.entries(flags)) checkFlag(name, flag, values[name])
  if (values['help'] !== true) checkCount(command, args)
  const value = (flag: string) => (typeof values[flag] === 'string' ? values[flag] : undefined)
  return {
    locale: localeOf(value('lang'), env),
    args,
    value,
    number: (flag) => (value(flag) === undefined ? undefined : Number(value(flag))),
    isSet: (flag) => values[flag] !== undefined && values[flag] !== false,
    json: values['json'] === true,
  }
}

function parse(
  command: CliCommand,
  flags: Readonly<Record<string, Flag>>,
  argv: readonly string[],
): { values: Values; args: string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      name === 'help'
        ? { type: 'boolean' as const, short: 'h' }
        : { type: flag.value ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined
    if (!flag) throw unknownFlag(command, token.rawName)
    if (flag.value && token.value === undefined)
      throw usageError(text(`${token.rawName} 后面要写 ${flag.value}`, `${token.rawName} needs ${flag.value}`))
    if (!flag.value && token.value !== undefined)
      throw usageError(text(`${token.rawName} 后面不带值`, `${token.rawName} takes no value`))
  }
  return { values: values as Values, args: positionals }
}

const unknownFlag = (command: CliCommand, flag: string) =>
  usageError(
    text(
      `${command.name} 没有 ${flag} 这个选项，见 anlan ${command.name} --help`,
      `${command.name} has no option ${flag}, see anlan ${command.name} --help`,
    ),
  )

const RULES: Readonly<Record<FlagRule, { fits: (value: string) => boolean; zh: string; en: string }>> = {
  'whole-number': {
    fits: (value) => /^[1-9]\d{0,8}$/.test(value),
    zh: '要写一个正整数',
    en: 'must be a whole number above 0',
  },
  port: {
    fits: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    zh: '要写 0 到 65535 之间的端口',
    en: 'must be a port from 0 to 65535',
  },
  tenant: {
    fits: (value) => /^[a-z][a-z0-9-]{1,30}$/.test(value),
    zh: '要写 2 到 31 个小写字母、数字或短横，字母开头',
    en: 'must be 2 to 31 lower-case letters, digits or dashes, beginning with a letter',
  },
}

function checkFlag(name: string, flag: Flag, value: string | boolean | undefined): void {
  if (typeof value !== 'string') return
  if (name === 'lang' && value !== 'zh' && value !== 'en')
    throw usageError(text('--lang 只能是 zh 或 en', '--lang must be zh or en'))
  const rule = flag.rule && RULES[flag.rule]
  if (rule && !rule.fits(value))
    throw usageError(text(`--${name} ${rule.zh}，收到“${value}”`, `--${name} ${rule.en}, got "${value}"`))
  if (value === '') throw usageError(text(`--${name} 不能为空`, `--${name} must not be empty`))
}

function checkCount(command: CliCommand, args: readonly string[]): void {
  const { name, args: shape = '', leastArgs = 0, mostArgs = leastArgs } = command
  if (args.length < leastArgs)
    throw usageError(text(`少了 ${shape}：anlan ${name} ${shape}`, `${shape} is missing: anlan ${name} ${shape}`))
  if (args.length > mostArgs) {
    const extra = args.slice(mostArgs).join(' ')
    throw usageError(
      text(`多了“${extra}”，见 anlan ${name} --help`, `"${extra}" is one too many, see anlan ${name} --help`),
    )
  }
}
