import { STARTERS } from '../../procedures/starters/starters.ts'
import { COUNTY_ID } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import { type Beginning, type DemoKind, move, type Path } from './kind.ts'
import { common, placeFor } from './story-parts.ts'

/** A record is approved by somebody else and stays in force. */
const path: Path = { moves: { draft: [move('publish', 1, [1, 4])] }, asides: [] }

type Sort = { readonly spot: 'shop' | 'works' | 'public' | 'water'; readonly category: string; readonly weight: number }

const ORGANISATIONS: readonly Sort[] = [
  { spot: 'works', category: 'company', weight: 4 },
  { spot: 'shop', category: 'soleTrader', weight: 5 },
  { spot: 'public', category: 'institution', weight: 2 },
]

const SITES: readonly Sort[] = [
  { spot: 'shop', category: 'smallShop', weight: 4 },
  { spot: 'works', category: 'smallWorkshop', weight: 3 },
  { spot: 'public', category: 'publicPlace', weight: 2 },
  { spot: 'water', category: 'water', weight: 1 },
]

function begin(sorts: readonly Sort[], dice: Dice): Beginning {
  const { spot, category } = dice.weighted(sorts)
  const place = placeFor(spot, dice)
  const facts = { ...common(place, '登记入账', dice), handlingUnit: place.townshipId, tier: 'township' as const }
  return { form: { name: place.spot, category, address: place.spot, placeUnit: place.villageId }, facts }
}

const recordKind = (sorts: readonly Sort[]): DemoKind => ({
  ...path,
  rate: 0.1,
  offRate: 0,
  begin: (_, dice) => begin(sorts, dice),
  door: ({ townshipId }) => ({ channel: 'window', postId: `${townshipId}-clerk` }),
  stories: () => [],
})

/** Organisations of the demo county. */
export const organisationKind = recordKind(ORGANISATIONS)

/** Sites of the demo county. */
export const siteKind = recordKind(SITES)

/** Records of a kind that came with the program and were approved before the year began. */
const starterKind = (kind: string): DemoKind => ({
  ...path,
  rate: 0,
  offRate: 0,
  begin: (_, dice) => begin(ORGANISATIONS, dice),
  door: () => ({ channel: 'other', postId: 'clerk' }),
  stories: () =>
    STARTERS.filter(({ procedure }) => procedure === kind).map(({ form }, index) => ({
      procedure: kind,
      workingDaysAgo: 240 - index,
      channel: 'other',
      postId: 'clerk',
      villageId: 'yuhua',
      place: '',
      handlingUnit: COUNTY_ID,
      form,
      steps: [{ step: 'publish', days: 1 }],
    })),
})

/** Checklists of the demo county. */
export const checklistKind = starterKind('checklist')

/** Criteria of the demo county. */
export const criteriaKind = starterKind('criteria')
