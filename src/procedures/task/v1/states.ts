import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const taskStates = {
  initiated: {
    title: text('待交办', 'To assign'),
    group: 'open',
    public: text('立项了，正在交办', 'Initiated; being assigned'),
  },
  assigned: {
    title: text('待签收', 'To sign for'),
    group: 'open',
    public: text('交给承办单位', 'Passed to the unit in charge'),
  },
  inProgress: { title: text('办理中', 'In progress'), group: 'open', public: text('正在办', 'In progress') },
  extensionAsked: { title: text('待批延期', 'Extension asked'), group: 'open', public: text('正在办', 'In progress') },
  completionClaimed: {
    title: text('待审核', 'To review'),
    group: 'open',
    public: text('办完了，正在核', 'Done; being reviewed'),
  },
  reviewed: {
    title: text('待批准办结', 'To approve'),
    group: 'open',
    public: text('办完了，正在核', 'Done; being reviewed'),
  },
  closed: { title: text('已办结', 'Closed'), group: 'done', outcome: 'done', public: text('办结了', 'Closed') },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('撤销了', 'Cancelled'),
  },
} as const satisfies Record<string, State<'done' | 'cancelled'>>
