import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

export const aarStates = {
  opened: { title: text('待梳理经过', 'To set out'), group: 'open', public: text('正在复盘', 'Under review') },
  ordered: { title: text('待分析', 'To analyse'), group: 'open', public: text('正在复盘', 'Under review') },
  analysed: { title: text('待列问题', 'To list problems'), group: 'open', public: text('正在复盘', 'Under review') },
  rectifying: {
    title: text('整改跟踪', 'Rectifying'),
    group: 'waiting',
    public: text('正在逐条整改', 'Being rectified'),
    lane: 'leader',
    clockless: text(
      '每条整改各有时限，都销号了才结束复盘',
      'Each rectification has a limit of its own; the review closes when all are written off',
    ),
  },
  closed: {
    title: text('已结束', 'Closed'),
    group: 'done',
    outcome: 'learned',
    public: text('复盘结束', 'Review closed'),
  },
  nothingFound: {
    title: text('没有要改的', 'Nothing to change'),
    group: 'done',
    outcome: 'nothingFound',
    public: text('复盘结束', 'Review closed'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('复盘撤销', 'Review cancelled'),
  },
} as const satisfies Record<string, State<'learned' | 'nothingFound' | 'cancelled'>>
