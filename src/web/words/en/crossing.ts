import type { crossing as zh } from '../zh/crossing.ts'

/** Where a matter went to another office, and where it came from. */
export const crossing: typeof zh = {
  title: 'At another office',
  cameTitle: 'From another office',
  way: { up: 'Sent up to', down: 'Sent down to', over: 'Handed over to' },
  from: { up: 'Sent up by', down: 'Given by', over: 'Handed over by' },
  stands: 'Stands',
  standing: {
    sent: 'On its way',
    arrived: 'Arrived, not taken in yet',
    asked: 'Asked back, waiting for the answer',
    taken: 'Taken in and handled there',
    returned: 'Not taken in, came back',
    recalled: 'Asked back in time',
    ended: 'Ended there',
  },
  since: (day) => `since ${day}`,
  number: 'Number there',
  outcome: 'Outcome',
  reason: 'Reason',
  phone: 'Call',
  sentOn: 'Sent on',
  basis: 'Basis',
  heard: (office, standing) => `${office}: ${standing}`,
  passes: 'Passed on',
}
