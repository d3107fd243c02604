import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

const looked = text('有一类事多了起来，正在看', 'More of a kind came in; it is being looked at')

export const warningStates = {
  raised: { title: text('待研判', 'To judge'), group: 'open', public: looked },
  watched: { title: text('观察中', 'Watched'), group: 'waiting', public: looked },
  followed: { title: text('已立为事项，待写结果', 'Made a matter'), group: 'open', public: looked },
  real: {
    title: text('真有事', 'Real'),
    group: 'done',
    outcome: 'real',
    public: text('看过了，已经处理', 'Looked at and handled'),
  },
  notReal: {
    title: text('误报', 'False alarm'),
    group: 'done',
    outcome: 'notReal',
    public: text('看过了，没有事', 'Looked at: nothing there'),
  },
  unclear: {
    title: text('说不清', 'Cannot be told'),
    group: 'done',
    outcome: 'unclear',
    public: text('看过了，说不清', 'Looked at; it cannot be told'),
  },
} as const satisfies Record<string, State<'real' | 'notReal' | 'unclear'>>
