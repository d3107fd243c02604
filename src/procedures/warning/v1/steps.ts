import type { Step, Way } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'

const JUDGES = responsibleSide('leader', 'triageOfficer')

const byVerdict: readonly Way<'real' | 'notReal' | 'unclear'>[] = [
  { if: { the: 'verdict', is: ['real'] }, to: 'real' },
  { if: { the: 'verdict', is: ['notReal'] }, to: 'notReal' },
  { to: 'unclear' },
]

const alone = text(
  '研判的人说了算，理由记在案，以后可以更正',
  'Whoever judges says so; the reason is kept, and it can be put right',
)

const shared = { title: 'matterTitle', description: 'matterDescription', unit: 'matterUnit' } as const
const there = { ...shared, place: 'matterPlace', placeUnit: 'placeUnit' } as const

/** What people do with a warning: make it a matter, watch, dismiss, and say what came of it. */
const judging = {
  makeMatter: {
    title: text('立为事项', 'Make it a matter'),
    from: ['raised', 'watched'],
    to: 'followed',
    by: JUDGES,
    form: 'opened',
    meets: ['judge'],
    cancels: ['watch'],
    starts: ['outcome'],
    opens: [
      {
        procedure: 'task',
        link: 'childOf',
        begins: 'assign',
        when: { field: 'becomes', is: ['task'] },
        carry: { ...there, dueOn: 'taskDueOn' },
      },
      {
        procedure: 'hazard',
        link: 'childOf',
        when: { field: 'becomes', is: ['hazard'] },
        carry: { ...there, category: 'hazardCategory' },
      },
      {
        procedure: 'dispute',
        link: 'childOf',
        when: { field: 'becomes', is: ['dispute'] },
        carry: { ...there, category: 'disputeCategory', difficulty: 'difficulty' },
      },
      {
        procedure: 'risk',
        link: 'childOf',
        when: { field: 'becomes', is: ['risk'] },
        carry: { ...there, category: 'riskDimension' },
      },
      {
        procedure: 'report',
        link: 'childOf',
        when: { field: 'becomes', is: ['report'] },
        carry: {
          title: 'matterTitle',
          description: 'matterDescription',
          category: 'reportCategory',
          place: 'matterPlace',
          placeUnit: 'placeUnit',
        },
      },
    ],
    source: ownRule,
    told: text('立为事项去办', 'made it a matter'),
  },
  watch: {
    title: text('先观察', 'Watch'),
    from: ['raised'],
    to: 'watched',
    by: JUDGES,
    form: 'watch',
    // Watching is no way to let a warning lie: after the third time it is judged.
    guards: [{ the: { rounds: 'watch' }, atMost: 2 }],
    meets: ['judge'],
    starts: ['watch'],
    source: ownRule,
    told: text('先观察，定了哪天再看', 'watches it first'),
  },
  dismiss: {
    title: text('不立', 'Dismiss'),
    from: ['raised', 'watched'],
    to: byVerdict,
    by: JUDGES,
    form: 'dismissal',
    meets: ['judge'],
    cancels: ['watch'],
    alone,
    source: ownRule,
    told: text('研判后不立', 'dismissed it'),
  },
  sayOutcome: {
    title: text('写结果', 'Say what came of it'),
    from: ['followed'],
    to: byVerdict,
    by: JUDGES,
    form: 'outcome',
    meets: ['outcome'],
    alone,
    source: ownRule,
    told: text('写了结果', 'said what came of it'),
  },
  correctOutcome: {
    title: text('更正结果', 'Put the outcome right'),
    from: ['real', 'notReal', 'unclear'],
    to: byVerdict,
    by: JUDGES,
    form: 'correctedOutcome',
    aside: true,
    alone,
    source: ownRule,
    told: text('更正了结果', 'put the outcome right'),
  },
} as const satisfies Record<string, Step>

/** What the nightly judgement says of a warning that is open already. */
const goingOn = {
  goesOn: {
    title: text('还在高出上限', 'Still above'),
    from: ['raised', 'followed'],
    by: ['system'],
    form: 'goesOn',
    aside: true,
    source: ownRule,
    told: text('又看了一次，还在高出上限', 'is still above its bound'),
  },
  crossAgain: {
    title: text('观察中又高出上限', 'Crossed again'),
    from: ['watched'],
    to: 'raised',
    by: ['system'],
    form: 'goesOn',
    cancels: ['watch'],
    starts: ['judge'],
    source: ownRule,
    told: text('观察中又高出上限，要重新研判', 'crossed its bound again while it was watched'),
  },
  lookAgain: {
    title: text('观察期满，再看', 'Look again'),
    from: ['watched'],
    to: 'raised',
    by: ['system'],
    starts: ['judge'],
    source: ownRule,
    told: text('观察期满，要再看一次', 'is to be looked at again'),
  },
} as const satisfies Record<string, Step>

export const warningSteps = { ...judging, ...goingOn }
