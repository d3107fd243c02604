import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt, twice } from './fault.ts'
import { fieldsNamed, own } from './reading.ts'

const FACTS = [
  'reference',
  'title',
  'category',
  'level',
  'unitId',
  'place',
  'placeUnitId',
  'channel',
  'ownerPostId',
  'verifierPostId',
  'supervisorPostId',
  'sponsorPostId',
  'orderingPostId',
  'state',
  'outcome',
  'openedAt',
  'closedAt',
]

/** The ledger has a column only for what is asked or known, and never for who reported. */
export const ledgerFaults = (procedure: Procedure): Fault[] => [
  ...faultsAt(procedure.ledger, 'ledger', ({ field }, at) => {
    const asked = fieldsNamed(procedure, field)
    if (asked.some((each) => 'personal' in each && each.personal?.vault))
      return fault(`${at}.field`, '反映人的信息不进台账', 'who reported is never in the ledger')
    // A time limit stands for its due day, with `.start` for the day from which it counts, with `.met` for how often it was met.
    return asked.length > 0 || FACTS.includes(field) || own(procedure.deadlines, field.replace(/\.(start|met)$/, ''))
      ? undefined
      : fault(`${at}.field`, `没有哪张表问“${field}”`, `no form asks for "${field}"`)
  }),
  ...twice(
    procedure.ledger.map(({ field }) => field),
    'ledger',
  ),
]
