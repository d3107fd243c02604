import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

const planned = text('值班已排', 'A shift is planned')
const on = text('正在值班', 'On duty')
const over = text('这一班已结束', 'The shift is over')

export const dutyOutcomes = {
  checked: text('已交接，已审阅', 'Handed over and checked'),
  filed: text('已交接，期满归档', 'Handed over, filed'),
  unhanded: text('没有交接', 'Not handed over'),
  cancelled: text('已取消', 'Cancelled'),
} as const

export const dutyStates = {
  planned: { title: text('待公布', 'To publish'), group: 'open', public: planned },
  published: { title: text('已公布，待到岗', 'Published'), group: 'open', lane: 'dutyOfficer', public: planned },
  swapAsked: { title: text('申请换班', 'Swap asked'), group: 'open', public: planned },
  onDuty: { title: text('值班中', 'On duty'), group: 'open', lane: 'dutyOfficer', public: on },
  handingOver: { title: text('待接班签收', 'Hand-over to be signed'), group: 'open', lane: 'dutyOfficer', public: on },
  handedOver: { title: text('已交接，待审阅', 'Handed over'), group: 'open', public: over },
  checked: { title: text('已审阅归档', 'Checked'), group: 'done', outcome: 'checked', public: over },
  filed: { title: text('期满归档', 'Filed'), group: 'done', outcome: 'filed', public: over },
  unhanded: { title: text('没有交接', 'Not handed over'), group: 'done', outcome: 'unhanded', public: over },
  cancelled: {
    title: text('已取消', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('这一班不排了', 'The shift was cancelled'),
  },
} as const satisfies Record<string, State<keyof typeof dutyOutcomes>>
