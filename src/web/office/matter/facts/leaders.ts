import type { Matter } from '../../../../domain/matter/matter.ts'
import { SEATS } from '../../../../domain/procedure/seat.ts'
import type { Text } from '../../../../domain/wording/text.ts'

/** The leaders of a matter, each under the name of the seat: who ordered it, who supervises it, who sponsors it. */
export const leadersOf = (matter: Matter): readonly { readonly title: Text; readonly postId: string }[] =>
  [
    { title: ORDERED, postId: matter.orderingPostId },
    { title: SEATS.supervisor.title, postId: matter.supervisorPostId },
    { title: SEATS.sponsor.title, postId: matter.sponsorPostId },
  ].flatMap(({ title, postId }) => (postId ? [{ title, postId }] : []))

const ORDERED: Text = { zh: '交办领导', en: 'Ordered by' }
