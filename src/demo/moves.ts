import type { Matter } from '../domain/matter/matter.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import { COUNTY_ID } from './county/units.ts'
import type { Facts, Move } from './facts.ts'

/** A step beside the path, taken in these states with this chance and at most once a visit of the state. */
export type Aside = Move & { readonly in: readonly string[] }

export type Path = { readonly moves: Readonly<Record<string, readonly Move[]>>; readonly asides: readonly Aside[] }

const move = (
  step: string,
  weight: number,
  days: readonly [number, number],
  more: Pick<Move, 'when' | 'given'> = {},
): Move => ({ step, weight, days, ...more })
const aside = (
  step: string,
  states: readonly string[],
  weight: number,
  days: readonly [number, number],
  more: Pick<Move, 'when' | 'given'> = {},
): Aside => ({ step, in: states, weight, days, ...more })

const isMajor = (matter: Matter) => matter.level === 'major'
const notMajor = (matter: Matter) => matter.level !== 'major'
const isListed = (matter: Matter) => typeof matter.fields['listedOn'] === 'string'
const notListed = (matter: Matter) => !isListed(matter)
const runs = (matter: Matter, deadline: string) =>
  matter.clocks.some((clock) => clock.deadline === deadline && (clock.state === 'running' || clock.state === 'overdue'))
const isPaused = (matter: Matter) => matter.clocks.some((clock) => clock.state === 'paused')

const report: Path = {
  moves: {
    received: [
      move('accept', 88, [0, 1], {
        when: (_, facts) => facts.category !== 'crime' && !facts.mergeInto,
        given: (_, facts) => ({ difficulty: difficultyOf(facts) }),
      }),
      move('decline', 3, [0, 2], { when: (_, facts) => !facts.mergeInto }),
      move('merge', 100, [0, 1], {
        when: (_, facts) => facts.mergeInto !== undefined,
        given: (_, facts) => ({ mergedInto: facts.mergeInto?.reference ?? '' }),
      }),
      move('transfer', 100, [0, 0], {
        when: (_, facts) => facts.category === 'crime',
        given: () => ({ organKind: 'police', organ: '清澜县公安局', route: 'duty' }),
      }),
    ],
    accepted: [
      move('triage', 1000, [0, 1], {
        when: (_, facts) => facts.route !== undefined,
        given: (_, facts) => ({ ...facts.route }),
      }),
      move('assign', 40, [0, 1], { given: (_, facts) => ({ unit: facts.handlingUnit }) }),
      move('answer', 8, [0, 2]),
    ],
    assigned: [move('takeOver', 92, [0, 1]), move('returnOrder', 8, [1, 3])],
    returned: [
      move('uphold', 50, [1, 2]),
      move('assign', 50, [1, 2], { given: (_, facts) => ({ unit: facts.townshipId }) }),
    ],
    inHandling: [move('answer', 1, [0, 4], { given: () => ({ opinion: 'solved' }) })],
    tracked: [move('feedBack', 1, [1, 2], { given: () => ({ opinion: 'solved' }) })],
    transferring: [move('recordReceipt', 1, [2, 6])],
    answered: [
      move('confirmSettled', 55, [1, 4]),
      move('rateSatisfied', 25, [0, 3]),
      move('findUnsettled', 5, [1, 4]),
      move('rateDissatisfied', 4, [0, 3]),
      move('closeUnrated', 8, [3, 4]),
    ],
    redoing: [move('answerAgain', 1, [1, 4], { given: () => ({ opinion: 'solved' }) })],
    answeredAgain: [move('confirmSettled', 85, [1, 4]), move('closeUnrated', 15, [3, 4])],
  },
  asides: [
    aside('tell', ['accepted', 'assigned', 'inHandling', 'tracked'], 0.8, [0, 4], {
      when: (matter) => runs(matter, 'tell'),
    }),
    aside('recordProgress', ['inHandling'], 0.25, [1, 3]),
    aside('extend', ['tracked'], 0.92, [2, 7], { given: (_, { dice }) => ({ extendBy: dice.between(20, 30) }) }),
  ],
}

/** How much time an answer will need; what becomes a matter of its own needs the most. */
const difficultyOf = ({ dice, route }: Facts) =>
  route ? 'complex' : dice.pick(['ordinary', 'ordinary', 'ordinary', 'complex'])

const hazard: Path = {
  moves: {
    recorded: [
      move('grade', 1, [0, 1], {
        given: (_, facts) => ({ level: facts.level ?? facts.dice.pick(['serious', 'general', 'general', 'low']) }),
      }),
    ],
    graded: [
      move('issueOrder', 1, [0, 2], { when: notMajor, given: (_, facts) => ({ unit: facts.handlingUnit }) }),
      move('issueMajorOrder', 1, [0, 1], { when: isMajor, given: (_, facts) => ({ unit: facts.handlingUnit }) }),
    ],
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
    reinspectionRequested: [move('passReinspection', 86, [1, 3]), move('failReinspection', 14, [1, 3])],
    failed: [
      move('reorder', 60, [0, 1], { when: notMajor, given: (_, facts) => ({ unit: facts.handlingUnit }) }),
      move('reorderMajor', 60, [0, 1], { when: isMajor, given: (_, facts) => ({ unit: facts.handlingUnit }) }),
      move('toRectificationList', 30, [0, 2]),
    ],
    listRectifying: [move('requestListReinspection', 1, [1, 3])],
    passed: [
      move('writeOff', 85, [0, 3], { when: (matter) => notMajor(matter) && notListed(matter) }),
      move('writeOffWithLookBack', 15, [0, 3], { when: (matter) => notMajor(matter) && notListed(matter) }),
      move('approveWriteOff', 1, [1, 3], { when: (matter) => isMajor(matter) && notListed(matter) }),
      move('delist', 1, [1, 4], { when: isListed }),
    ],
    delisted: [move('publishDelisting', 1, [1, 2])],
    lookingBack: [move('passLookBack', 95, [14, 19]), move('failLookBack', 5, [14, 19])],
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
    aside('openReview', ['lookingBack', 'writtenOff'], 0.04, [2, 6]),
  ],
}

const dispute: Path = {
  moves: {
    registered: [move('askConsent', 60, [0, 1]), move('recordConsent', 40, [0, 1])],
    consentAsked: [move('recordConsent', 90, [1, 3]), move('recordRefusal', 10, [1, 4])],
    accepted: [move('chooseMediator', 1, [0, 2])],
    mediatorChosen: [move('holdSession', 1, [2, 6])],
    mediating: [
      move('holdSession', 30, [3, 7]),
      move('recordAgreement', 42, [3, 8]),
      move('recordOralAgreement', 14, [2, 5]),
      move('fail', 16, [3, 6], { given: () => ({ rounds: 2 }) }),
    ],
    performing: [move('confirmPerformance', 88, [5, 16]), move('recordBreach', 12, [10, 18])],
    breached: [
      move('pressPerformance', 60, [1, 3]),
      move('tellEnforcement', 25, [1, 3]),
      move('escalate', 15, [1, 3], { when: hasUnitAbove }),
    ],
    failed: [move('tellRemedies', 50, [0, 2]), move('escalate', 50, [0, 2], { when: hasUnitAbove })],
  },
  asides: [
    aside('fileConfirmation', ['performing'], 0.5, [2, 8], { when: (matter) => runs(matter, 'confirm') }),
    aside('recordConfirmation', ['performing'], 0.9, [5, 12], {
      when: (matter) => matter.fields['filedOn'] !== undefined && matter.fields['confirmation'] === undefined,
      given: () => ({ confirmation: 'confirmed' }),
    }),
  ],
}

function hasUnitAbove(matter: Matter): boolean {
  return matter.unitId !== COUNTY_ID
}

const risk: Path = {
  moves: {
    identified: [move('assess', 1, [1, 4], { given: (_, facts) => assessment(facts) })],
    assessed: [move('treat', 1, [1, 4])],
    treating: [
      move('completeTreatment', 1, [5, 20], {
        given: () => ({ residualLikelihood: '2', residualImpact: '2', level: 'low', cadence: 'monthly' }),
      }),
    ],
    monitored: [
      move('reassess', 90, [13, 18], {
        given: () => ({ residualLikelihood: '2', residualImpact: '2', level: 'low', cadence: 'monthly' }),
      }),
      move('close', 10, [10, 17]),
    ],
  },
  asides: [aside('recordProgress', ['treating'], 0.5, [3, 8])],
}

function assessment({ dice }: Facts): FormValues {
  const likelihood = dice.between(2, 4)
  const impact = dice.between(2, 5)
  const product = likelihood * impact
  return {
    likelihood: String(likelihood),
    impact: String(impact),
    level: product >= 15 ? 'major' : product >= 9 ? 'serious' : product >= 5 ? 'general' : 'low',
    targetLikelihood: '2',
    targetImpact: '2',
  }
}

const task: Path = {
  moves: {
    initiated: [
      move('assign', 1, [0, 1], {
        given: (_, facts) => ({ unit: facts.handlingUnit, supervisor: 'leader', cadence: 'weekly' }),
      }),
    ],
    assigned: [move('takeOver', 1, [0, 2])],
    inProgress: [
      move('feedback', 60, [2, 4]),
      move('claim', 40, [2, 4]),
      move('askExtension', 4, [3, 8], {
        when: (matter) => matter.fields['askedDays'] === undefined,
        given: () => ({ askedDays: 5 }),
      }),
    ],
    extensionAsked: [
      move('grantExtension', 75, [0, 1], { given: () => ({ extendBy: 5 }) }),
      move('refuseExtension', 25, [0, 1]),
    ],
    completionClaimed: [move('review', 86, [1, 3]), move('returnForRedo', 14, [1, 3])],
    reviewed: [move('close', 1, [0, 2])],
  },
  asides: [],
}

const rectification: Path = {
  moves: {
    listed: [move('settle', 1, [1, 3], { given: (matter) => ({ unit: matter.unitId }) })],
    rectifying: [move('fileEvidence', 1, [5, 14])],
    evidenceFiled: [move('sign', 95, [0, 2]), move('sendBack', 5, [0, 2])],
    signed: [move('accept', 90, [1, 4]), move('reject', 10, [1, 4])],
    accepted: [move('writeOff', 80, [0, 3]), move('writeOffWithLookBack', 20, [0, 3])],
    lookingBack: [move('passLookBack', 1, [22, 40])],
  },
  asides: [aside('reportProgress', ['rectifying'], 0.5, [2, 6])],
}

const aar: Path = {
  moves: {
    opened: [move('setOutTimeline', 1, [1, 3])],
    ordered: [move('analyse', 1, [1, 4])],
    analysed: [move('listProblems', 1, [1, 3])],
    rectifying: [move('close', 1, [1, 3])],
  },
  asides: [aside('drawLesson', ['rectifying'], 0.5, [1, 3])],
}

/** How matters of each kind usually go on. */
export const PATHS: Readonly<Record<string, Path>> = { report, hazard, dispute, risk, task, rectification, aar }
