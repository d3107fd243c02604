import type { Words } from '../zh.ts'

/** Standing in for others, and the team. */
export const team: Pick<Words, 'team'> = {
  team: {
    nav: 'Team',
    gapVacant: (seat, matters) => `Nobody is in ${seat}: ${matters} waiting`,
    gapAway: (seat, name, matters) =>
      matters === 0
        ? `${name} (${seat}) is away, nobody stands in`
        : `${name} (${seat}) is away, nobody stands in: ${matters} waiting`,
    nameDeputy: 'Name who stands in',
    handOver: 'Hand over',
    standInNow: (seat, name, until) =>
      name ? `${name} (${seat}) is away: you stand in until ${until}` : `You stand in for ${seat} until ${until}`,
    actThere: 'Act there',
    acting: (seat, until) => `You stand in for ${seat} until ${until}`,
    withheld: (roles) =>
      `without ${roles}: these need your own post confirmed by a second person; administration and audit are never stood in for`,
    handedOver: (from, to) => `handed the seats of ${from} over to ${to}`,
    backToOwn: 'Back to my post',
    standsInUntil: (until) => `Stand in until ${until}`,
    actedFor: (name, seat) => `${name} (for ${seat})`,
  },
}
