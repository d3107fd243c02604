import { type ToldCount, toldAlone, toldParts } from './small-counts.ts'

/** What reporters said of one unit's answers: how many rated, how, and how many were asked and never did. */
export type Satisfaction<Count = ToldCount> = {
  readonly unitId: string
  readonly satisfied: Count
  readonly dissatisfied: Count
  readonly unrated: Count
}

export type SatisfactionView = { readonly units: readonly (Satisfaction & { readonly rated: ToldCount })[] }

/** The counts that may be told: no small one, and none from which a small one follows. */
export function toldSatisfaction({ unitId, satisfied, dissatisfied, unrated }: Satisfaction<number>) {
  const { total: rated, parts } = toldParts([satisfied, dissatisfied])
  const [told = 'hidden', other = 'hidden'] = parts
  return { unitId, rated, satisfied: told, dissatisfied: other, unrated: toldAlone(unrated) }
}
