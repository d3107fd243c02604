import type { Locale } from '../../domain/wording/text.ts'
import { type CliCommand, COMMON_FLAGS, type Flag } from './cli-command.ts'
import { tableLines } from './display-width.ts'
import { EXIT, EXIT_TITLES } from './exit-code.ts'

const WORDS = {
  zh: {
    usage: '用法',
    commands: '命令',
    options: '选项',
    examples: '例子',
    exit: '退出码',
    more: '每个命令的说明：anlan 命令 --help',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    exit: 'Exit codes',
    more: 'About one command: anlan COMMAND --help',
  },
} as const

/** The help of all commands. */
export function overview(commands: readonly CliCommand[], locale: Locale): string {
  const words = WORDS[locale]
  const title =
    locale === 'zh'
      ? '安澜：上报、受理、交办、办理、复查、复盘，一个闭环'
      : 'Anlan: report, accept, assign, handle, verify, learn, in one closed loop'
  const command = locale === 'zh' ? '命令' : 'COMMAND'
  return lines(
    title,
    '',
    `${words.usage}: anlan ${command} …`,
    '',
    `${words.commands}:`,
    ...indented(tableLines(commands.map(({ name, title: what }) => [name, what[locale]]))),
    '',
    words.more,
  )
}

/** The help of one command. */
export function helpOf(command: CliCommand, locale: Locale): string {
  const words = WORDS[locale]
  const flags = Object.entries({ ...command.flags, ...COMMON_FLAGS }).map(([name, flag]) => [
    shape(name, flag),
    flag.title[locale],
  ])
  const codes = Object.entries(EXIT).map(([name, code]) => [
    String(code),
    EXIT_TITLES[name as keyof typeof EXIT][locale],
  ])
  return lines(
    `anlan ${command.name}: ${command.title[locale]}`,
    '',
    `${words.usage}: anlan ${command.name}${command.args ? ` ${command.args}` : ''} [${words.options}]`,
    '',
    command.about[locale],
    '',
    `${words.options}:`,
    ...indented(tableLines(flags)),
    '',
    `${words.examples}:`,
    ...indented(command.examples),
    '',
    `${words.exit}:`,
    ...indented(tableLines(codes)),
  )
}

const shape = (name: string, { value }: Flag) => `${name === 'help' ? '-h, ' : ''}--${name}${value ? ` ${value}` : ''}`
const indented = (all: readonly string[]) => all.map((line) => `  ${line}`)
const lines = (...all: readonly string[]) => all.join('\n')
