import type { ClockState } from '../../domain/procedure/deadline.ts'
import type { StateGroup } from '../../domain/procedure/procedure.ts'
import { channelsIn } from '../../domain/wording/channel-text.ts'
import { board } from './zh/board.ts'
import { crossing } from './zh/crossing.ts'
import { dates } from './zh/dates.ts'
import { duty } from './zh/duty.ts'
import { forms } from './zh/forms.ts'
import { lists } from './zh/lists.ts'
import { matter } from './zh/matter.ts'
import { papers } from './zh/papers.ts'
import { returns } from './zh/returns.ts'
import { shell } from './zh/shell.ts'
import { team } from './zh/team.ts'
import { texts } from './zh/texts.ts'

const groups: Record<StateGroup, string> = { open: '在办', waiting: '等外部', done: '已了' }
const clockStates: Record<ClockState, string> = {
  running: '在走',
  paused: '暂停',
  held: '已报办好，待核实',
  overdue: '逾期',
  met: '已办到',
  lapsed: '期满',
  cancelled: '不再适用',
}

/** Every word of the office in Chinese. English has the same keys, or does not compile. */
export const zh = {
  name: '安澜',
  promise: '件件有着落',
  promiseUnder: '谁、做什么、什么时候前、依据什么',
  language: '语言',
  otherLanguage: 'English',
  skip: '跳到正文',
  close: '关闭',
  cancel: '取消',
  all: '全部',
  none: '没有',
  retry: '再试',
  starting: '正在打开',
  loading: '正在打开下一页',
  copy: '复制',
  copied: '已复制',
  print: '打印',
  more: '更多',
  back: '返回',
  yes: '是',
  no: '否',
  comma: '，',
  stop: '。',
  colon: '：',
  semicolon: '；',
  listComma: '、',
  exercise: '演练',
  exerciseAside: '（演练）',
  group: groups,
  channel: channelsIn('zh'),
  clockState: clockStates,
  ...shell,
  ...lists,
  ...dates,
  ...board,
  ...matter,
  ...forms,
  ...team,
  crossing,
  ...duty,
  ...texts,
  ...papers,
  ...returns,
}

export type Words = typeof zh
