/** Why a matter stays with the post that hands over. */
export const STAYS = [
  'role', // the other post has no role that may hold the seat
  'elsewhere', // the handler must work in the unit that has the matter
  'sight', // it is hidden from the other post, or out of its sight for good
  'barred', // whoever holds it takes no part in this matter
  'two-sides', // who handles it would check it, or who checks it handle it
  'has-seat', // it holds the same seat already
  'own-limit', // a time limit runs for this post by itself
  'about-the-post', // it is about the post: its leave, its duty
  'nothing', // meanwhile the post holds no seat in it
] as const
export type Stay = (typeof STAYS)[number]
