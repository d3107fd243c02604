import type { FormValues } from '../../domain/procedure/form.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import type { Facts } from '../facts.ts'
import type { PlainTheme } from '../wording/other-titles.ts'
import { SPOTS, type SpotKind } from '../wording/places.ts'
import type { Beginning } from './kind.ts'

/** What the beginnings of several kinds are made of. */

/** Twice as likely in its busy months. */
export function seasonal<T extends { readonly weight: number; readonly busy?: readonly number[] }>(
  themes: readonly T[],
  month: number,
  dice: Dice,
): T {
  return dice.weighted(
    themes.map((theme) => ({
      theme,
      weight: theme.busy ? (theme.busy.includes(month) ? theme.weight * 2.5 : theme.weight * 0.5) : theme.weight,
    })),
  ).theme
}

export type Place = { readonly townshipId: string; readonly villageId: string; readonly spot: string }

export function placeFor(kind: SpotKind, dice: Dice): Place {
  const township = dice.pick(TOWNSHIPS)
  const [villageId, village] = dice.pick(township.villages)
  const spot = dice.pick(SPOTS[kind]).replace('{v}', village.replace(/(村|社区)$/, ''))
  return { townshipId: township.id, villageId, spot }
}

/** Most go their way; some are slow, a few very slow: these become overdue. */
const paceFor = (dice: Dice) =>
  dice.weighted([
    { pace: 1, weight: 87 },
    { pace: 1.7, weight: 10 },
    { pace: 3, weight: 3 },
  ]).pace

export const titled = (title: string, { spot }: Place) => title.replace('{s}', spot)

export function plainStory(
  themes: readonly PlainTheme[],
  dice: Dice,
  more: FormValues,
  tier: Facts['tier'] = 'township',
): Beginning {
  const theme = dice.weighted(themes)
  const place = placeFor(theme.spot, dice)
  return {
    form: {
      title: titled(theme.title, place),
      category: theme.category,
      description: theme.about,
      place: place.spot,
      placeUnit: place.villageId,
      ...more,
    },
    facts: { ...common(place, theme.about, dice), category: theme.category, handlingUnit: place.townshipId, tier },
  }
}

export const common = (place: Place, about: string, dice: Dice) => ({
  dice,
  townshipId: place.townshipId,
  pace: paceFor(dice),
  words: { placeName: place.spot, measure: '按要求整改。', law: '《安全生产法》第四十一条', about },
})
