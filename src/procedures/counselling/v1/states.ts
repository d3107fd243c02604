import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const counsellingStates = {
  registered: {
    title: text('待本人同意', 'Awaiting consent'),
    group: 'open',
    public: text('在等您的意思，不同意没有任何影响', 'Waiting for your wish; refusing changes nothing'),
    lane: 'mediator',
  },
  consented: {
    title: text('待转交', 'To hand over'),
    group: 'open',
    public: text('您同意了，正在联系服务单位', 'You agreed; the service is being asked'),
    lane: 'mediator',
  },
  handedOver: {
    title: text('待接案', 'To be taken up'),
    group: 'open',
    public: text('转给了服务单位', 'Passed to the service'),
    lane: 'handler',
  },
  serving: {
    title: text('服务中', 'Going on'),
    group: 'waiting',
    public: text('服务单位会和您约时间', 'The service will arrange a time with you'),
    lane: 'handler',
  },
  finished: {
    title: text('已结束', 'Finished'),
    group: 'done',
    outcome: 'finished',
    public: text('已经结束', 'Finished'),
  },
  stopped: {
    title: text('已中止', 'Stopped'),
    group: 'done',
    outcome: 'stopped',
    public: text('已经中止', 'Stopped'),
  },
  refused: {
    title: text('本人不同意', 'Not wished'),
    group: 'done',
    outcome: 'refused',
    public: text('按您的意思，没有转介', 'Not passed on, as you wished'),
  },
  withdrawn: {
    title: text('已撤回同意', 'Consent taken back'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('按您的意思停止，联系方式已经销毁', 'Stopped as you wished; how to reach you was destroyed'),
  },
} as const satisfies Record<string, State<'finished' | 'stopped' | 'refused' | 'withdrawn'>>
