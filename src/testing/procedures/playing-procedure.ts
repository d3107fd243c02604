import { defineProcedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { tinyProcedure } from '../tiny-procedure.ts'

const clockless = text('只用于试验', 'For tests only')
const title = { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' } as const

/** An exercise that plays matters of another kind, and gives what it showed to somebody in earnest. */
export const playingProcedure = defineProcedure({
  id: 'playing',
  version: 1,
  effectiveOn: '2020-01-01',
  title: text('试验演练', 'Trial exercise'),
  short: text('演练', 'Exercise'),
  prefix: 'YL',
  purpose: text('只用于试验', 'For tests only'),
  source: tinyProcedure.source,
  exercise: true,
  categories: {},
  outcomes: { closed: text('办结', 'Closed') },
  documents: {},
  deadlines: {},
  ledger: [{ field: 'reference', title: text('编号', 'Reference') }],
  forms: { opening: { title: text('登记', 'Register'), fields: { title } } },
  opening: { form: 'opening', by: ['clerk'], state: 'played', starts: [] },
  states: {
    played: { title: text('演练中', 'Playing'), public: text('演练中', 'Playing'), group: 'open', clockless },
    closed: { title: text('已结束', 'Over'), public: text('已结束', 'Over'), group: 'done', outcome: 'closed' },
  },
  steps: {
    inject: {
      title: text('给出情况', 'Inject'),
      from: ['played'],
      by: ['handler'],
      opens: [{ procedure: 'tiny', link: 'childOf', carry: { title: 'title' } }],
    },
    gap: {
      title: text('交办问题', 'Hand over a gap'),
      from: ['played'],
      by: ['handler'],
      opens: [{ procedure: 'tiny', link: 'childOf', carry: { title: 'title' }, inEarnest: true }],
    },
    close: { title: text('结束', 'Close'), from: ['played'], to: 'closed', by: ['handler'] },
  },
})
