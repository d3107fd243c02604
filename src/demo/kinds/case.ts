import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import type { Dice } from '../dice.ts'
import { CASE_THEMES } from '../wording/case-titles.ts'
import { courtPath } from './case-path.ts'
import type { Beginning, DemoKind } from './kind.ts'
import { caseStories } from './stories/case-stories.ts'
import { common, placeFor, titled } from './story-parts.ts'

const SIDES: Readonly<Record<string, readonly string[]>> = {
  civil: ['plaintiff1', 'defendant1'],
  criminal: ['prosecution', 'accused1'],
  administrative: ['plaintiff1', 'defendant1'],
  enforcement: ['applicant', 'debtor1'],
}

/** Where a case of a family goes, by chance where there are two divisions. */
const divisionFor = (family: string, townshipId: string, dice: Dice): string =>
  family === 'civil'
    ? townshipId === 'dongpu'
      ? 'court-tribunal'
      : dice.pick(['court-civil-1', 'court-civil-2'])
    : `court-${family}`

function begin(day: Day, dice: Dice): Beginning {
  const theme = dice.weighted(CASE_THEMES)
  const place = placeFor(theme.spot, dice)
  const sides = [
    ...(SIDES[theme.family] ?? []),
    ...(theme.family === 'civil' && dice.chance(0.15) ? ['defendant2'] : []),
  ]
  const form: FormValues = {
    title: titled(theme.title, place),
    category: theme.family,
    cause: theme.cause,
    materialsOn: addDays(day, -dice.between(0, 1)),
    claims: theme.claims,
    parties: sides.map((position) => ({ position, addressConfirmed: dice.chance(0.8), electronic: dice.chance(0.5) })),
    partyNames: sides
      .map((_, index) => `第${index + 1}方：${dice.pick(['示例甲', '样本乙', '虚构丙', '假设丁'])}`)
      .join('；'),
    place: place.spot,
    placeUnit: place.villageId,
    ...(theme.amount ? { amount: dice.between(...theme.amount) * 1_000_000 } : {}),
    ...(dice.chance(0.06) ? { similar: dice.between(5, 40) } : {}),
    ...(dice.chance(0.05) ? { securityNeed: true } : {}),
  }
  const number = `（${day.slice(0, 4)}）浙0399${theme.letters}${dice.between(101, 4990)}号`
  return {
    form,
    facts: {
      ...common(place, theme.claims, dice),
      category: theme.family,
      handlingUnit: divisionFor(theme.family, place.townshipId, dice),
      tier: 'department',
      route: { number, track: theme.track },
    },
  }
}

/** Court cases of the demo county: some sixty a year, four families. */
export const caseKind: DemoKind = {
  ...courtPath,
  rate: 0.25,
  offRate: 0,
  begin,
  // The prosecution brings its cases itself.
  door: ({ category }, dice) => ({
    channel:
      category === 'criminal'
        ? 'window'
        : dice.weighted([
            { weight: 85, channel: 'window' as const },
            { weight: 15, channel: 'letter' as const },
          ]).channel,
    postId: 'court-filing-clerk',
  }),
  stories: caseStories,
}
