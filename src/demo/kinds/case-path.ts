import type { Matter } from '../../domain/matter/matter.ts'
import type { Facts } from '../facts.ts'
import { aside, move, type Path } from './kind.ts'

const isOf =
  (...families: readonly string[]) =>
  ({ category }: Matter) =>
    families.includes(category ?? '')

const isSimple = ({ fields }: Matter) => fields['civilTrack'] === 'simple' || fields['civilTrack'] === 'small'
const isQuick = ({ fields }: Matter) => !['ordinary', 'appeal'].includes(String(fields['criminalTrack']))
const isSpecial = ({ fields }: Matter) => fields['civilTrack'] === 'special'
const unserved = ({ holders = [] }: Matter) =>
  holders.find(({ seat, state }) => seat === 'party' && state !== 'answered')?.id
const allServed = (matter: Matter) => unserved(matter) === undefined
const isFinal = ({ fields }: Matter) => fields['appealable'] === 'no'

/** By which procedure, under the name that the family has for it. */
const trackOf = ({ category }: Matter, { route }: Facts) => {
  const names: Readonly<Record<string, string>> = {
    civil: 'civilTrack',
    criminal: 'criminalTrack',
    administrative: 'adminTrack',
    enforcement: 'enforcementTrack',
  }
  return { [names[category ?? ''] ?? 'civilTrack']: route?.['track'] ?? 'simple' }
}

const judgment = (matter: Matter, result: string) => ({
  decisionKind: isSpecial(matter) ? ('ruling' as const) : ('judgment' as const),
  result,
  appealable: isSpecial(matter) || matter.fields['civilTrack'] === 'small' ? 'no' : 'yes',
  documentNo: `${matter.sourceNumber ?? ''}裁判文书`.slice(0, 60),
})

const archived = [
  move('handToArchive', 1, [8, 40], { when: ({ fields }) => !fields['handedOn'] }),
  move('acceptIntoArchive', 1, [1, 5], { when: ({ fields }) => Boolean(fields['handedOn']) && !fields['archivedOn'] }),
]

/** How cases usually go on: most are filed, heard once, decided, served on each side, and archived. */
export const courtPath: Path = {
  moves: {
    received: [
      move('mediateFirst', 45, [0, 3], {
        when: (matter) => isOf('civil')(matter) && !isSpecial(matter) && !matter.fields['papersSignedOn'],
        given: () => ({ consent: true }),
      }),
      move('file', 55, [0, 4], {
        given: (matter, facts) => ({
          category: matter.category ?? 'civil',
          caseNumber: facts.route?.['number'] ?? '',
          ...trackOf(matter, facts),
        }),
      }),
      move('askCorrections', 5, [1, 3], { when: ({ fields }) => !fields['corrections'] }),
      move('refuseFiling', 2, [2, 5]),
    ],
    correcting: [move('receiveCorrections', 1, [2, 6])],
    mediatingFirst: [move('settleFirst', 45, [6, 18]), move('failFirst', 55, [8, 20])],
    filed: [
      move('allot', 1, [0, 1], {
        given: (_, { handlingUnit }) => ({
          unit: handlingUnit,
          owner: `${handlingUnit}-judge`,
          allottedHow: 'random',
        }),
      }),
    ],
    preparing: [
      // Nothing is set down before the indictment is served.
      move('recordIndictment', 90, [1, 3], {
        when: (matter) => isOf('criminal')(matter) && !matter.fields['indictmentServedOn'],
      }),
      move('scheduleHearing', 70, [12, 28], {
        when: (matter) => isOf('civil', 'administrative')(matter) && !isSimple(matter) && !isSpecial(matter),
      }),
      move('scheduleSimpleHearing', 70, [5, 14], { when: (matter) => isOf('civil')(matter) && isSimple(matter) }),
      move('scheduleSimpleHearing', 90, [1, 2], {
        when: (matter) => isOf('criminal')(matter) && isQuick(matter) && Boolean(matter.fields['indictmentServedOn']),
        given: () => ({ openly: 'open' }),
      }),
      move('scheduleCriminalHearing', 90, [1, 2], {
        when: (matter) => isOf('criminal')(matter) && !isQuick(matter) && Boolean(matter.fields['indictmentServedOn']),
        given: () => ({ openly: 'open' }),
      }),
      move('endOtherwise', 22, [8, 30], {
        when: (matter) => isOf('civil', 'administrative')(matter) && !isSpecial(matter),
        given: (matter, { dice }) => ({
          endedHow: dice.pick(['settled', 'settled', 'withdrawn', 'withdrawn']),
          documentNo: `${matter.sourceNumber ?? ''}之一`.slice(0, 60),
        }),
      }),
      move('pronounce', 60, [5, 12], { when: isSpecial, given: (matter) => judgment(matter, 'granted') }),
    ],
    hearingSet: [
      move('holdHearing', 92, [18, 20], { given: () => ({ recusalAsked: 'none' }) }),
      move('adjourn', 8, [12, 16], {
        when: (matter) => isOf('civil')(matter) && !matter.rounds?.['adjourn'],
        given: () => ({ adjournGround: 'evidence', gapGround: 'none' }),
      }),
    ],
    heard: [
      move('pronounce', 75, [5, 15], {
        when: isOf('civil', 'administrative'),
        given: (matter, { dice }) => judgment(matter, dice.pick(['granted', 'partly', 'partly', 'rejected'])),
      }),
      move('pronounceCriminal', 100, [0, 2], {
        when: isOf('criminal'),
        given: (matter) => ({ ...judgment(matter, 'convicted'), pronounced: 'inCourt' }),
      }),
      move('endOtherwise', 20, [2, 10], {
        when: isOf('civil'),
        given: (matter) => ({ endedHow: 'settled', documentNo: `${matter.sourceNumber ?? ''}调解书`.slice(0, 60) }),
      }),
    ],
    decided: [
      ...(['recordService', 'recordCriminalService'] as const).map((step) =>
        move(step, 1, [1, 3], {
          when: (matter) => !allServed(matter) && (step === 'recordService') === !isOf('criminal')(matter),
          given: (matter, { dice }) => ({
            party: unserved(matter) ?? '',
            paper: matter.fields['decisionKind'] === 'ruling' ? 'ruling' : 'judgment',
            method: dice.pick(['direct', 'electronic', 'electronic', 'mail']),
            basis: 'signed',
          }),
        }),
      ),
      move('confirmServed', 1, [0, 1], { when: (matter) => allServed(matter) && !isFinal(matter) }),
      move('confirmFinal', 1, [0, 1], { when: (matter) => allServed(matter) && isFinal(matter) }),
    ],
    appealPeriod: [
      ...(['recordAppeal', 'recordCriminalAppeal'] as const).map((step) =>
        move(step, 14, [3, 6], {
          when: (matter) => (step === 'recordCriminalAppeal') === isOf('criminal')(matter),
          given: ({ holders = [] }, { dice }) => ({ party: dice.pick(holders).id }),
        }),
      ),
      // By then the time to appeal is over.
      move('explainJudgment', 86, [14, 18]),
    ],
    appealed: [move('sendUp', 1, [6, 15])],
    above: [
      move('recordAbove', 1, [35, 60], {
        given: (matter, { dice }) => ({
          aboveResult: dice.pick(['upheld', 'upheld', 'upheld', 'changed', 'remanded']),
          aboveNumber: (matter.sourceNumber ?? '').replace('0399', '03').replace('初', '终'),
        }),
      }),
    ],
    enforcing: [
      move('endEnforcement', 62, [25, 70], {
        given: ({ sourceNumber = '' }, { dice }) => ({
          endedHow: dice.pick(['enforced', 'enforced', 'settledEnforced', 'terminated']),
          documentNo: `${sourceNumber}结案通知`.slice(0, 60),
        }),
      }),
      move('endForNow', 38, [72, 84], {
        when: ({ fields }) =>
          Boolean(fields['sanctionsConsidered'] && fields['searchFinishedOn']) && fields['found'] !== 'enough',
        given: () => ({ confirmedBy: 'panel' }),
      }),
    ],
    effective: archived,
    settled: archived,
    withdrawn: archived,
    dismissed: archived,
    remanded: archived,
    enforced: archived,
    enforcementEnded: archived,
    provisional: archived,
  },
  asides: [
    aside('sendComplaint', ['preparing'], 0.97, [0, 2], { when: isOf('civil', 'administrative') }),
    aside('recordNotice', ['hearingSet'], 0.96, [0, 3]),
    aside('sendEnforcementNotice', ['enforcing'], 0.97, [0, 3], { given: () => ({ reportOrdered: true }) }),
    aside('recordSearch', ['enforcing'], 0.95, [4, 14]),
    aside('recordMeasures', ['enforcing'], 0.6, [5, 15]),
    aside('recordSanctions', ['enforcing'], 0.8, [15, 24], {
      given: () => ({ sanctionsConsidered: true, consumptionLimited: true, debtorSought: 'found' }),
    }),
    aside('recordRecovered', ['enforcing'], 0.4, [15, 24]),
    aside('sendCopies', ['appealed'], 0.95, [0, 3]),
    aside('markSupervised', ['preparing'], 0.08, [1, 5], {
      given: () => ({ supervisor: 'court-president-2', supervisedClass: ['group'] }),
    }),
  ],
}
