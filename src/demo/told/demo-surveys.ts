import { READY_QUESTIONS } from '../../domain/surveys/ready-surveys.ts'
import type { SurveyAct, SurveyContent, SurveyKind } from '../../domain/surveys/survey.ts'
import { addDays, addMilliseconds, dayOf, type Instant } from '../../domain/time/time.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { keyedHash } from '../../storage/keys/keys.ts'
import { findSurvey } from '../../storage/surveys/stored-survey.ts'
import { handOutCodes, takeAnswer } from '../../storage/surveys/survey-codes.ts'
import { addSurvey, changeSurvey } from '../../storage/surveys/write-survey.ts'
import { derivedId } from '../../storage/write/ids.ts'
import { COUNTY_ID } from '../county/units.ts'
import { createDice, type Dice } from '../dice.ts'

/** Households of each township, how many are asked, how many answer, and how many of a hundred feel safe. */
const TOWNS = [
  { unitId: 'dongpu', households: 8200, sample: 60, answers: 0.82, safe: 0.91 },
  { unitId: 'yunxi', households: 5100, sample: 50, answers: 0.76, safe: 0.88 },
  { unitId: 'shiqiao', households: 4300, sample: 45, answers: 0.8, safe: 0.9 },
  { unitId: 'liuhe', households: 7600, sample: 60, answers: 0.7, safe: 0.71 },
  { unitId: 'yuehu', households: 9900, sample: 70, answers: 0.66, safe: 0.89 },
  { unitId: 'fenglin', households: 1900, sample: 30, answers: 0.87, safe: 0.92 },
] as const

type Told = {
  readonly kind: SurveyKind
  readonly title: string
  readonly days: number
  readonly code: string
  /** Of those who will answer, so many have. */
  readonly share: number
  readonly isOver: boolean
}
const SURVEYS: readonly Told[] = [
  { kind: 'safety', title: '2026年上半年群众安全感调查', days: -120, code: 'QG26A7', share: 1, isOver: true },
  { kind: 'satisfaction', title: '2026年下半年满意度调查', days: -6, code: 'QG26B3', share: 0.35, isOver: false },
]
const OPEN_DAYS = 21
const DAY_MS = 86_400_000

/** Two surveys of the invented county: one that is counted, one that residents answer now. */
export async function writeDemoSurveys(deps: StorageDeps, tenant: string): Promise<void> {
  const dice = createDice(20_261_121)
  for (const told of SURVEYS) await writeSurvey(deps, tenant, told, dice)
}

async function writeSurvey(deps: StorageDeps, tenant: string, told: Told, dice: Dice): Promise<void> {
  const { kind, title, days, code, share, isOver } = told
  const db = databaseFor(deps.pool, tenant)
  // The loading may have been interrupted after this.
  if (await findSurvey(db, tenant, code)) return
  const at: Instant = addMilliseconds(deps.now(), days * DAY_MS)
  const id = derivedId(Date.parse(at), tenant, 'survey', code)
  const content: SurveyContent = {
    title,
    opensOn: dayOf(at),
    closesOn: addDays(dayOf(at), OPEN_DAYS),
    questions: READY_QUESTIONS[kind],
    strata: TOWNS.map(({ unitId, households, sample }) => ({ unitId, households, sample })),
  }
  const writer: SurveyAct = { at, personName: '吴范本', postId: 'triage' }
  const leader: SurveyAct = { at, personName: '李范例', postId: 'leader' }
  await addSurvey(db, tenant, writer, { id, unitId: COUNTY_ID, code, kind, content })
  await changeSurvey(db, tenant, leader, { id, version: 1 }, { from: 'draft', to: 'open' })
  for (const { unitId, sample, answers, safe } of TOWNS) {
    const hashes = Array.from({ length: sample }, (_, number) =>
      Buffer.from(keyedHash(deps.keys, 'survey-code', `${id} demo ${unitId} ${number}`), 'hex'),
    )
    await handOutCodes(db, tenant, { id, unitId, sample, hashes, by: writer })
    for (const hash of hashes.slice(0, Math.round(sample * answers * share)))
      await takeAnswer(db, tenant, { id, hash, answers: { ticked: ticked(content, safe, dice) } })
  }
  const closer = { ...writer, at: addMilliseconds(at, (OPEN_DAYS + 1) * DAY_MS) }
  if (isOver) await changeSurvey(db, tenant, closer, { id, version: 2 }, { from: 'open', to: 'closed' })
}

/** What one household ticks: the favourable steps as often as its township feels safe, at night a little less. */
function ticked({ questions }: SurveyContent, safe: number, dice: Dice): Record<string, readonly string[]> {
  return Object.fromEntries(
    questions.flatMap(({ id, type, options }, at) => {
      if (dice.chance(0.03)) return []
      if (type === 'multiple') {
        const some = options.filter(({ id: option }) => option !== 'none' && dice.chance(0.22)).map((one) => one.id)
        return [[id, some.length > 0 ? some : ['none']]]
      }
      const isGood = dice.chance(safe - 0.07 * at)
      return [[id, [dice.pick(options.filter(({ favourable }) => (favourable ?? false) === isGood)).id]]]
    }),
  )
}
