import type { Words } from '../zh.ts'

/** Standing in for others, and the team. */
export const team: Pick<Words, 'team'> = {
  team: {
    acting: (seat, until) => `You stand in for ${seat} until ${until}`,
    withheld: (roles) =>
      `without ${roles}: these need your own post confirmed by a second person; administration and audit are never stood in for`,
    handedOver: (from, to) => `handed the seats of ${from} over to ${to}`,
    backToOwn: 'Back to my post',
    standsInUntil: (until) => `Stand in until ${until}`,
    actedFor: (name, seat) => `${name} (for ${seat})`,
  },
}
