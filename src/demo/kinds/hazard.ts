import type { Matter } from '../../domain/matter/matter.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Dice } from '../dice.ts'
import type { Facts } from '../facts.ts'
import { HAZARD_THEMES } from '../wording/hazard-titles.ts'
import {
  aside,
  type Beginning,
  type DemoKind,
  isListed,
  isMajor,
  isPaused,
  move,
  notListed,
  notMajor,
  type Path,
  runs,
} from './kind.ts'
import { hazardStories } from './stories/hazard-stories.ts'
import { common, placeFor, titled } from './story-parts.ts'

function hazardStory(day: Day, dice: Dice): Beginning {
  const theme = dice.weighted(HAZARD_THEMES)
  const place = placeFor(theme.spot, dice)
  const handlingUnit = theme.unit ?? place.townshipId
  return {
    form: {
      title: titled(theme.title, place),
      category: theme.category,
      description: theme.about,
      place: place.spot,
      placeUnit: place.villageId,
      placeName: place.spot,
      placeType: theme.placeType,
      foundOn: day,
      source: dice.pick(['daily', 'daily', 'special', 'cross', 'tipOff']),
      unit: handlingUnit,
    },
    facts: {
      ...common(place, theme.about, dice),
      category: theme.category,
      level: theme.level,
      handlingUnit,
      tier: theme.unit ? 'department' : 'township',
      words: { placeName: place.spot, measure: theme.measure, law: theme.law },
    },
  }
}

const isFire = (matter: Matter) => matter.category === 'fire'
const isStopped = (matter: Matter) => !['none', ''].includes(String(matter.fields['stopWork'] ?? ''))
const toUnit = (_: Matter, facts: Facts) => ({ unit: facts.handlingUnit })

const orders = [
  move('issueOrder', 60, [0, 2], { when: (matter) => notMajor(matter) && !isFire(matter), given: toUnit }),
  move('issueMajorOrder', 60, [0, 1], { when: (matter) => isMajor(matter) && !isFire(matter), given: toUnit }),
  move('issueFireOrder', 60, [0, 2], { when: (matter) => notMajor(matter) && isFire(matter), given: toUnit }),
  move('issueFireMajorOrder', 60, [0, 1], { when: (matter) => isMajor(matter) && isFire(matter), given: toUnit }),
]

const path: Path = {
  moves: {
    recorded: [
      move('grade', 1, [0, 1], {
        when: (matter, facts) => !isFire(matter) || facts.level !== 'major',
        given: (_, facts) => ({ level: facts.level ?? 'general' }),
      }),
      move('proposeJudgment', 1, [0, 1], { when: (matter, facts) => isFire(matter) && facts.level === 'major' }),
    ],
    judging: [move('judge', 1, [1, 3], { given: () => ({ level: 'major' }) })],
    tipOffToSign: [move('signTipOff', 1, [0, 1])],
    graded: orders,
    judged: orders,
    planning: [move('filePlan', 1, [1, 3])],
    planFiled: [move('approvePlan', 90, [1, 2]), move('returnPlan', 10, [1, 2])],
    rectifying: [
      move('selfCheck', 92, [4, 11]),
      move('askExtension', 8, [2, 5], {
        when: (matter) => matter.fields['askedDays'] === undefined && !isPaused(matter),
        given: () => ({ askedDays: 5 }),
      }),
    ],
    extensionAsked: [
      move('grantExtension', 80, [0, 1], { given: () => ({ extendBy: 5 }) }),
      move('refuseExtension', 20, [0, 1]),
    ],
    selfChecked: [move('requestReinspection', 1, [0, 1])],
    reinspectionRequested: [
      move('passReinspection', 86, [1, 3], { when: (matter) => !isStopped(matter) }),
      move('passStopped', 86, [1, 3], { when: isStopped }),
      move('failReinspection', 14, [1, 3]),
    ],
    failed: [...orders, move('toRectificationList', 30, [0, 2])],
    listRectifying: [move('requestListReinspection', 1, [1, 3])],
    resumptionDue: [move('askResumption', 1, [1, 3])],
    resumptionAsked: [move('consentResumption', 1, [1, 4])],
    passed: [
      move('writeOff', 95, [0, 3], { when: notListed }),
      move('refuseWriteOff', 5, [0, 2], { when: notListed }),
      move('delist', 1, [1, 4], { when: isListed }),
    ],
    // The path ends with the look back: a hazard written off for a month and not seen again is overdue.
    writtenOff: [move('lookBack', 1, [12, 18], { when: (matter) => runs(matter, 'lookBack') })],
    delisted: [move('publishDelisting', 1, [1, 2])],
  },
  asides: [
    aside('reportMajor', ['graded', 'planning'], 0.9, [0, 0], {
      when: (matter) => isMajor(matter) && runs(matter, 'reportMajor'),
    }),
    aside('list', ['planning', 'rectifying'], 0.5, [0, 3], {
      when: (matter) => isMajor(matter) && notListed(matter),
      given: () => ({ listedBy: 'qinglan', supervisor: 'leader' }),
    }),
    aside('publishListing', ['planning', 'planFiled', 'rectifying', 'selfChecked'], 0.9, [1, 3], {
      when: (matter) => runs(matter, 'listingNotice'),
    }),
    aside('monthlyProgress', ['rectifying', 'selfChecked', 'reinspectionRequested'], 0.8, [3, 12], { when: isListed }),
    aside('pause', ['rectifying'], 0.07, [1, 3], {
      when: (matter) => !isPaused(matter) && matter.fields['pausedFrom'] === undefined,
    }),
    aside('resume', ['rectifying'], 1, [4, 9], { when: isPaused }),
    aside('recordProgress', ['rectifying'], 0.3, [2, 5]),
    aside('raiseRisk', ['failed'], 0.2, [1, 2]),
    aside('openReview', ['passed'], 0.04, [0, 1]),
  ],
}

/** Hazards of the demo county. */
export const hazardKind: DemoKind = {
  ...path,
  rate: 0.85,
  offRate: 0.06,
  begin: hazardStory,
  door: ({ townshipId, handlingUnit, tier }) =>
    tier !== 'department'
      ? { channel: 'inspection', postId: `${townshipId}-mediator` }
      : { channel: 'inspection', postId: handlingUnit === 'safety' ? 'inspector' : `${handlingUnit}-handler` },
  stories: hazardStories,
}
