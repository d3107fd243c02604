import type { DemoSignIn } from '../../demo/county/sign-ins.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { tableLines } from '../shell/display-width.ts'

/** The demo sign-ins as a table for the terminal. */
export function signInTable(signIns: readonly DemoSignIn[], locale: Locale): string {
  const head = locale === 'zh' ? ['账号', '密码', '姓名', '岗位'] : ['user name', 'password', 'name', 'post']
  const rows = signIns.map(({ username, password, name, post }) => [username, password, name, post[locale]])
  return tableLines([head, ...rows])
    .map((line) => `  ${line}`)
    .join('\n')
}
