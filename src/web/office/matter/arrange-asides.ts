/** Side steps that are always at hand; more of them would hide the steps that move the matter on. */
const MOST_SHOWN = 3
/** What people do most, so that it stands in the same place whatever the state. */
const EVERYDAY: readonly string[] = ['recordProgress', 'urge', 'addMaterial']

/** The side steps to show, and those behind 更多: everyday ones first, the rest in the order of the definition. */
export function arrangeAsides<Offer extends { readonly id: string }>(
  aside: readonly Offer[],
): { readonly shown: readonly Offer[]; readonly rest: readonly Offer[] } {
  const rank = ({ id }: Offer) => (EVERYDAY.includes(id) ? EVERYDAY.indexOf(id) : EVERYDAY.length)
  const ordered = [...aside].sort((a, b) => rank(a) - rank(b))
  return { shown: ordered.slice(0, MOST_SHOWN), rest: ordered.slice(MOST_SHOWN) }
}
