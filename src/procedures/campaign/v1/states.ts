import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const campaignStates = {
  planned: { title: text('方案待批准', 'Plan to approve'), group: 'open', public: text('正在准备', 'Being prepared') },
  mobilising: { title: text('动员部署', 'Mobilising'), group: 'open', public: text('正在部署', 'Being mobilised') },
  selfCheck: {
    title: text('自查自纠', 'Self-check'),
    group: 'open',
    public: text('各单位自查', 'Units check themselves'),
  },
  sweep: { title: text('集中排查', 'Sweep'), group: 'open', public: text('正在排查', 'Places are being checked') },
  rectifying: { title: text('集中整改', 'Rectification'), group: 'open', public: text('正在整改', 'Being put right') },
  acceptance: { title: text('待验收', 'To accept'), group: 'open', public: text('等待验收', 'To be accepted') },
  lookBack: {
    title: text('待回头看', 'To look back'),
    group: 'open',
    public: text('等待回头看', 'To be looked at again'),
  },
  summing: { title: text('待总结', 'To sum up'), group: 'open', public: text('正在总结', 'Being summed up') },
  summed: {
    title: text('总结待批准', 'Summary to approve'),
    group: 'open',
    public: text('正在总结', 'Being summed up'),
  },
  done: { title: text('已结束', 'Over'), group: 'done', outcome: 'done', public: text('已结束', 'Over') },
  removed: {
    title: text('已解除重点村', 'Off the list'),
    group: 'done',
    outcome: 'removed',
    public: text('已解除', 'Off the list'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('已撤销', 'Cancelled'),
  },
} as const satisfies Record<string, State>
