import type { DemoSignIn } from '../../demo/county/sign-ins.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import { signInTable } from '../demo/sign-in-table.ts'

const NOT_SET_UP = text(
  '还没有单位。按 Ctrl-C 停下，先运行 anlan init 建单位，再启动',
  'No office is set up yet. Stop with Ctrl-C, set one up with anlan init, and start again',
)

/** What a server says of itself when it has started. */
type Greeting = {
  readonly url: string
  readonly isSetUp: boolean
  readonly signIns: readonly DemoSignIn[]
  readonly closed: readonly string[]
}

/** The first words of a server in a terminal: where it is, and what to do next. */
export function greeting({ url, isSetUp, signIns, closed }: Greeting, locale: Locale): string {
  const say = (zh: string, en: string) => (locale === 'zh' ? zh : en)
  return [
    '',
    say(`安澜已启动：${url}`, `Anlan is running: ${url}`),
    ...(isSetUp
      ? [say(`群众上报：${url}/public`, `Public reports: ${url}/public`)]
      : ['', say(NOT_SET_UP.zh, NOT_SET_UP.en)]),
    ...(closed.length > 0
      ? [
          '',
          say(
            `这些演示账号的密码人人知道，已经作废：${closed.join('、')}。要用就发新的：anlan user reset 账号`,
            `Everybody knows the passwords of these demo accounts; they no longer work: ${closed.join(', ')}. A new one: anlan user reset USERNAME`,
          ),
        ]
      : []),
    ...(signIns.length > 0
      ? [
          '',
          say(
            '这是演示县，人名地名都是编的。登录名和密码：',
            'This is the demo county; people and places are made up. Sign-ins:',
          ),
          signInTable(signIns, locale),
        ]
      : []),
    '',
    say('按 Ctrl-C 停止', 'Ctrl-C stops it'),
    '',
  ].join('\n')
}
