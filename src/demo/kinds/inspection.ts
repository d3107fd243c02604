import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import type { Facts } from '../facts.ts'
import { type Beginning, type DemoKind, move, type Path, type Records } from './kind.ts'
import { common } from './story-parts.ts'

/** Which checklist goes with which kind of place, and what hazards found there are. */
const CHECKED_WITH: Readonly<Record<string, readonly [checklist: string, hazard: string]>> = {
  smallShop: ['nineSmall', 'fire'],
  smallRestaurant: ['nineSmall', 'gas'],
  smallInn: ['nineSmall', 'fire'],
  smallSchool: ['nineSmall', 'electric'],
  smallWorkshop: ['nineSmall', 'electric'],
  smallFlammables: ['nineSmall', 'fire'],
  enterprise: ['chemicals', 'chemicals'],
  publicPlace: ['courier', 'parcel'],
  road: ['road', 'traffic'],
}

function beginning(day: Day, dice: Dice): Beginning {
  const { id, villages } = dice.pick(TOWNSHIPS)
  const [villageId] = dice.pick(villages)
  return {
    form: {
      ...(dice.chance(0.2)
        ? { source: 'random', drawNo: `${day.slice(0, 4)}年第${dice.between(1, 9)}批` }
        : { source: dice.pick(['daily', 'special', 'special', 'cross']) }),
      plannedOn: addDays(day, dice.between(3, 9)),
      unit: id,
    },
    facts: {
      ...common({ townshipId: id, villageId, spot: '' }, '逐项检查', dice),
      level: 'general',
      handlingUnit: id,
      tier: 'township',
    },
  }
}

/** A site of the township, and the checklist for its kind of place. */
export function sheetFor(records: Records, { townshipId }: Facts, dice: Dice): FormValues | undefined {
  const villages = TOWNSHIPS.find(({ id }) => id === townshipId)?.villages.map(([id]) => id) ?? []
  const sites = (records['site'] ?? []).filter(
    ({ placeUnitId, category }) =>
      villages.includes(placeUnitId ?? '') && category !== undefined && category in CHECKED_WITH,
  )
  // Some places are looked at more often than others.
  const site = dice.chance(0.35) ? sites[0] : sites[dice.between(0, sites.length - 1)]
  if (!site) return undefined
  const [kind, hazard] = CHECKED_WITH[site.category ?? ''] ?? []
  const checklist = records['checklist']?.find(({ category }) => category === kind)
  if (!checklist || !hazard) return undefined
  const campaign = (records['campaign'] ?? [])
    .filter(({ fields }) => hasType(fields['placeTypes'], site.category))
    .at(-1)
  return {
    site: site.reference,
    checklist: checklist.reference,
    category: hazard,
    ...(campaign ? { campaign: campaign.reference } : {}),
  }
}

const hasType = (types: unknown, type: string | undefined) =>
  Array.isArray(types) && (types as readonly unknown[]).includes(type)

const hasHazards = ({ childCount }: Matter) => childCount > 0

const path: Path = {
  moves: {
    planned: [move('check', 94, [1, 5]), move('miss', 6, [1, 5])],
    missed: [
      move('visitAgain', 3, [1, 2]),
      move('giveUp', 2, [1, 3], { when: ({ fields }) => fields['missed'] !== 'refused' }),
    ],
    checked: [
      move('sign', 1, [0, 1], {
        given: (_, { dice }) => ({ signedBy: dice.pick(['head', 'onSite', 'onSite', 'staff']) }),
      }),
    ],
    following: [move('childrenDone', 1, [0, 2], { when: hasHazards })],
    handled: [move('close', 1, [1, 3])],
  },
  asides: [],
}

/** Inspections of the demo county: a township walks its places with the checklist for each. */
export const inspectionKind: DemoKind = {
  ...path,
  rate: 0.42,
  offRate: 0,
  begin: beginning,
  points: sheetFor,
  door: ({ townshipId }) => ({ channel: 'inspection', postId: `${townshipId}-mediator` }),
  stories: () => [],
}
