import type { Matter } from '../../../domain/matter/matter.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import { addMilliseconds, type Instant } from '../../../domain/time/time.ts'
import type { Dice } from '../../dice.ts'
import { INCIDENT_THEMES, LOG_TEXTS } from '../../wording/incident-texts.ts'
import { aside, type DemoKind, monthOf, move, type Path } from '../kind.ts'
import { plainStory, seasonal } from '../story-parts.ts'
import { incidentStories } from './incident-stories.ts'

const ACCIDENTS: readonly string[] = ['workSafety', 'chemicals', 'fire', 'gas', 'traffic']
const isAccident = ({ category = '' }: Matter) => ACCIDENTS.includes(category)
const hasGroup = ({ fields }: Matter) => fields['investigatedBy'] !== undefined
const soon = [0, 0] as const

const again = ({ category = 'other', fields }: Matter): FormValues => ({
  category,
  deaths: fields['deaths'] ?? 0,
  missing: fields['missing'] ?? 0,
  injured: fields['injured'] ?? 0,
  loss: fields['loss'] ?? 0,
})

const path: Path = {
  moves: {
    reported: [move('verify', 1, soon, { minutes: [12, 40], given: ({ category = 'other' }) => ({ category }) })],
    verified: [move('grade', 1, soon, { minutes: [5, 30], given: (matter) => ({ ...again(matter), level: 'low' }) })],
    graded: [move('respond', 1, soon, { minutes: [4, 20], given: () => ({ responseLevel: '0' }) })],
    handling: [
      move('log', 60, soon, {
        minutes: [10, 40],
        given: (_, { dice }) => ({ logWhat: dice.pick(LOG_TEXTS) }),
      }),
      move('standDown', 40, soon, { minutes: [30, 150] }),
    ],
    recovering: [
      move('finishRecovery', 1, [1, 4], { when: (matter) => !isAccident(matter), given: again }),
      move('formGroup', 1, [1, 2], {
        when: (matter) => isAccident(matter) && !hasGroup(matter),
        given: () => ({ investigatedBy: 'county', group: '县应急管理局、公安局、总工会' }),
      }),
      move('toInvestigate', 1, [2, 6], { when: (matter) => isAccident(matter) && hasGroup(matter), given: again }),
    ],
    investigating: [move('submitReport', 1, [12, 30], { given: (matter) => ({ ...again(matter), level: 'low' }) })],
    toReply: [move('recordReply', 1, [4, 9])],
    tracking: [move('evaluate', 1, [3, 10])],
    settling: [
      move('close', 1, [3, 9], {
        given: (matter) => ({
          keepPersonal: 'destroy',
          ...(matter.rounds?.['review'] ? {} : { noReviewWhy: '处置平稳，没有新的教训。' }),
        }),
      }),
    ],
  },
  asides: [
    aside('firstReport', ['reported'], 0.97, soon, { minutes: [3, 11], given: () => ({ reportedTo: 'county' }) }),
    aside('reportUp', ['graded', 'handling'], 0.8, soon, {
      minutes: [2, 4],
      when: ({ fields }) => fields['reportedTo'] === 'county' && fields['upAt'] === undefined,
    }),
    aside('review', ['settling'], 0.3, [0, 2]),
  ],
}

/** It happened a few minutes before it was known, and was known a few before it was registered. */
const moments = (at: Instant, dice: Dice): FormValues => {
  const known = dice.between(3, 9)
  const ago = (minutes: number) => addMilliseconds(at, -minutes * 60_000)
  return { knownAt: ago(known), eventAt: ago(known + dice.between(2, 9)) }
}

/** Incidents of the demo county: small ones by chance, three that are told. */
export const incidentKind: DemoKind = {
  ...path,
  rate: 0.05,
  offRate: 0.03,
  moments,
  begin: (day, dice) => {
    const theme = seasonal(INCIDENT_THEMES, monthOf(day), dice)
    const { form, facts } = plainStory([theme], dice, {})
    const { description, ...rest } = form
    return {
      form: {
        ...rest,
        reportingAs: 'township',
        scene: description ?? '',
        course: description ?? '',
        deaths: 0,
        missing: 0,
        injured: theme.category === 'workSafety' ? 1 : 0,
        loss: dice.between(0, 8),
        measures: '已通知有关单位到场，先做好警戒和疏散。',
      },
      facts: { ...facts, pace: 1 },
    }
  },
  door: ({ townshipId }) => ({ channel: 'phone', postId: `${townshipId}-clerk` }),
  stories: incidentStories,
}
