import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

const going = text('正在处置', 'Being dealt with')
const after = text('正在善后', 'Being put right')

export type IncidentOutcome = 'settled' | 'notIncident' | 'passedOn'

export const incidentStates = {
  reported: { title: text('待核实', 'To verify'), group: 'open', public: going },
  verified: { title: text('待定级', 'To grade'), group: 'open', public: going },
  graded: { title: text('待启动响应', 'To respond'), group: 'open', public: going, lane: 'leader' },
  handling: { title: text('处置中', 'Responding'), group: 'open', public: going },
  recovering: { title: text('善后恢复', 'Recovering'), group: 'open', public: after },
  investigating: {
    title: text('调查中', 'Investigating'),
    group: 'open',
    public: text('正在调查', 'Being investigated'),
  },
  toReply: {
    title: text('待批复', 'Awaiting the reply'),
    group: 'waiting',
    public: text('正在调查', 'Being investigated'),
  },
  tracking: { title: text('落实措施', 'Measures'), group: 'waiting', public: text('正在整改', 'Being rectified') },
  settling: { title: text('待结束', 'To close'), group: 'open', public: after, lane: 'leader' },
  closed: { title: text('已结束', 'Closed'), group: 'done', outcome: 'settled', public: text('处置结束', 'Over') },
  dismissed: {
    title: text('不是突发事件', 'Not an incident'),
    group: 'done',
    outcome: 'notIncident',
    public: text('核实不是突发事件', 'Found to be no incident'),
  },
  passedOn: {
    title: text('已转送', 'Passed on'),
    group: 'done',
    outcome: 'passedOn',
    public: text('已转有权处理的机关', 'Passed on to whoever is competent'),
  },
} as const satisfies Record<string, State<IncidentOutcome>>
