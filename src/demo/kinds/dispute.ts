import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Day } from '../../domain/time/time.ts'
import { COUNTY_ID } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import { DISPUTE_THEMES, type PlainTheme } from '../wording/other-titles.ts'
import { aside, type Beginning, type DemoKind, monthOf, move, type Path, runs } from './kind.ts'
import { disputeStories } from './stories/dispute-stories.ts'
import { plainStory, seasonal } from './story-parts.ts'

function disputeStory(theme: PlainTheme, day: Day, dice: Dice): Beginning {
  const story = plainStory([theme], dice, {
    difficulty: dice.pick(['simple', 'simple', 'ordinary', 'complex']),
    foundOn: day,
    source: dice.pick(['applied', 'applied', 'offered']),
    peopleCount: dice.between(2, 12),
    enterpriseRelated: ['labour', 'contract', 'property'].includes(theme.category) ? 'yes' : 'no',
    partyA: dice.pick(['甲方（示例）', '张样本', '某村民小组', '某物业公司']),
    partyB: dice.pick(['乙方（示例）', '李假名', '某商户', '某施工队']),
    level: dice.pick(['general', 'general', 'low', 'serious']),
  })
  return story
}

const path: Path = {
  moves: {
    registered: [
      move('askConsent', 1, [0, 1], {
        given: (_, { dice }) => ({ body: dice.pick(['people', 'people', 'administrative']), parties: SIDES }),
      }),
    ],
    consentAsked: [
      move('recordConsent', 95, [0, 2], { when: isAnybodyAsked, given: firstAsked }),
      move('recordRefusal', 5, [1, 4], { when: isAnybodyAsked, given: firstAsked }),
      move('accept', 1, [0, 1], { when: (matter) => !isAnybodyAsked(matter) }),
    ],
    accepted: [move('chooseMediator', 1, [0, 2])],
    mediatorChosen: [move('holdSession', 1, [2, 6])],
    mediating: [
      move('holdSession', 30, [3, 7]),
      move('recordAgreement', 42, [3, 8], { given: () => ({ signatures: SIGNED }) }),
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
    aside('recordCourtAcceptance', ['performing'], 0.9, [1, 3], { when: (matter) => runs(matter, 'courtAccepts') }),
    aside('recordConfirmation', ['performing'], 0.9, [5, 12], {
      when: (matter) => matter.fields['filedOn'] !== undefined && matter.fields['confirmation'] === undefined,
      given: () => ({ confirmation: 'confirmed' }),
    }),
  ],
}

const SIDES = [{ position: 'a' }, { position: 'b' }]
const SIGNED = SIDES.map((side) => ({ ...side, signedBy: 'signature' }))

const asked = ({ holders = [] }: Matter) => holders.filter(({ seat, state }) => seat === 'party' && state === 'asked')

function isAnybodyAsked(matter: Matter): boolean {
  return asked(matter).length > 0
}

function firstAsked(matter: Matter): FormValues {
  return { party: asked(matter)[0]?.id ?? '' }
}

function hasUnitAbove(matter: Matter): boolean {
  return matter.unitId !== COUNTY_ID
}

/** Disputes of the demo county. */
export const disputeKind: DemoKind = {
  ...path,
  rate: 0.62,
  offRate: 0.08,
  begin: (day, dice) => disputeStory(seasonal(DISPUTE_THEMES, monthOf(day), dice), day, dice),
  door: ({ townshipId }, dice) =>
    dice.weighted([
      { weight: 70, channel: 'window' as const, postId: `${townshipId}-mediator` },
      { weight: 20, channel: 'window' as const, postId: 'mediator' },
      { weight: 10, channel: 'window' as const, postId: 'court-mediator' },
    ]),
  stories: disputeStories,
}
