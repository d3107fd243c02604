/** Counts below this tell of single people: they are said as few. */
export const FEW = 5

/** A count as it is told: `few` is less than five, `hidden` could be worked out to be. */
export type ToldCount = number | 'few' | 'hidden'

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
  const rated = satisfied + dissatisfied
  const isSmall = rated < FEW
  const part = (count: number, other: number): ToldCount =>
    isSmall ? 'hidden' : count < FEW ? 'few' : other < FEW ? 'hidden' : count
  return {
    unitId,
    rated: few(rated),
    satisfied: part(satisfied, dissatisfied),
    dissatisfied: part(dissatisfied, satisfied),
    unrated: few(unrated),
  }
}

const few = (count: number): ToldCount => (count < FEW ? 'few' : count)
