import type { Matter } from '../../../../domain/matter/matter.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { seatTitle } from '../../../../domain/wording/taker-text.ts'
import type { Text } from '../../../../domain/wording/text.ts'

/** The leaders of a matter, each under the name of the seat: who ordered it, who supervises it, who sponsors it. */
export const leadersOf = (
  matter: Matter,
  procedure: Procedure,
): readonly { readonly title: Text; readonly postId: string }[] =>
  [
    { title: ORDERED, postId: matter.orderingPostId },
    { title: seatTitle('supervisor', procedure), postId: matter.supervisorPostId },
    { title: seatTitle('sponsor', procedure), postId: matter.sponsorPostId },
  ].flatMap(({ title, postId }) => (postId ? [{ title, postId }] : []))

const ORDERED: Text = { zh: '交办领导', en: 'Ordered by' }
