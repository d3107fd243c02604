import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'
import { OFFICIAL_ROLES } from './official-roles.ts'

export const user: CliCommand = {
  name: 'user',
  title: text('人员和登录账号', 'people and their sign-in accounts'),
  args: 'add|reset|list|disable|confirm|reset-factor [USERNAME]',
  leastArgs: 1,
  mostArgs: 2,
  flags: {
    name: { title: text('姓名（add）', 'name of the person (add)'), value: 'NAME' },
    unit: { title: text('新岗位在哪个单位（add）', 'unit of a new post (add)'), value: 'UNIT' },
    roles: {
      title: text(
        `新岗位的角色，逗号隔开（add）：${OFFICIAL_ROLES.join(',')}`,
        `roles of the new post, with commas (add): ${OFFICIAL_ROLES.join(',')}`,
      ),
      value: 'ROLES',
    },
    title: {
      title: text('新岗位的名称（add；默认按第一个角色）', 'title of the new post (add; default by its first role)'),
      value: 'TITLE',
    },
    post: { title: text('接任已有的岗位（add）', 'take over an existing post instead (add)'), value: 'POST' },
    reason: {
      title: text(
        '为什么（disable、confirm、reset-factor 必须写）',
        'why (needed for disable, confirm and reset-factor)',
      ),
      value: 'REASON',
    },
    tenant: {
      title: text('哪个租户（默认环境变量 TENANT，再默认 qinglan）', 'which tenant (default: TENANT, else qinglan)'),
      value: 'T',
      rule: 'tenant',
    },
  },
  about: text(
    'add 建人员、账号和岗位，显示一次性密码，第一次登录必须改；reset 换一个新的一次性密码，并退出所有登录；\ndisable 让人离岗：岗位空出来，账号停用，签过的记录不变；list 列出人员；\nconfirm 代替第二个人确认任职：只有一名管理员又没有审计岗时用，会记进管理记录。',
    'add makes a person with account and post and shows a one-time password, to be changed at the first sign-in; reset gives\na new one and ends all sessions; disable lets the person leave: posts become vacant, the account is closed, what was\nsigned stays; list shows the people; confirm stands in for the second person, where an office has one administrator and no\nauditor, and is on record.',
  ),
  examples: [
    'anlan user add zhangsan --name 张示例 --unit root --roles administrator',
    'anlan user add lisi --name 李示例 --post dongpu-clerk',
    'anlan user reset zhangsan',
    'anlan user disable lisi --reason 调离',
    'anlan user confirm lisi --reason 只有一名管理员',
    'anlan user list --json',
  ],
  run: async (call) => (await import('./run-user.ts')).runUser(call),
}
