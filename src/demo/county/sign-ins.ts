import type { Text } from '../../domain/wording/text.ts'
import { DEMO_POSTS } from './posts.ts'

export type DemoSignIn = {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly post: Text
  readonly personId: string
}

/** Printed at every start and known to everybody: fit for invented data only. */
const PASSWORD = 'qinglan-demo'

const USERNAMES: Readonly<Record<string, string>> = {
  clerk: 'zhoushili',
  triage: 'wufanben',
  inspector: 'zhengxugou',
  'safety-handler': 'wangyangben',
  'safety-verifier': 'chenyangli',
  mediator: 'sunshifan',
  leader: 'lifanli',
  reviewer: 'zhaojuli',
  administrator: 'qianxuni',
  auditor: 'fengshiyan',
  'dongpu-clerk': 'jiangyanshi',
  'xiatang-grid': 'zhujiashe',
  'court-president': 'gaofanwen',
  'court-filing-clerk': 'yuyangban',
  'court-civil-1-judge': 'liangliju',
  'court-civil-1-clerk': 'songshexiang',
}

/** One sign-in for each kind of work. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = DEMO_POSTS.flatMap(({ id, title, holder }) => {
  const username = USERNAMES[id]
  return username && holder
    ? [{ username, password: PASSWORD, name: holder.name, post: title, personId: holder.personId }]
    : []
})
