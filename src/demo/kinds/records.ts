import { STARTERS } from '../../procedures/starters/starters.ts'
import { COUNTY_ID, TOWNSHIPS } from '../county/units.ts'
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

/** Places of each township that were on record before the year began, by kind of place. */
const OLD_SITES: readonly (readonly [category: string, name: string])[] = [
  ['smallShop', '{v}便民超市'],
  ['smallRestaurant', '{v}聚源酒楼'],
  ['smallInn', '{v}云来客栈'],
  ['smallSchool', '小星星{v}托育点'],
  ['smallWorkshop', '{v}木器加工点'],
  ['smallFlammables', '{v}烟花销售点'],
  ['enterprise', '{v}青禾农资仓库'],
  ['publicPlace', '锦程快递{v}网点'],
  ['road', '{v}路与湖滨路交叉口'],
]

/** Sites of the demo county. */
export const siteKind: DemoKind = {
  ...recordKind(SITES),
  stories: () =>
    TOWNSHIPS.flatMap(({ id, villages }, township) =>
      OLD_SITES.map(([category, name], index) => {
        const [villageId = '', village = ''] = villages[index % villages.length] ?? []
        const spot = name.replace('{v}', village.replace(/(村|社区)$/, ''))
        return {
          procedure: 'site',
          workingDaysAgo: 238 - township,
          channel: 'inspection' as const,
          postId: `${id}-clerk`,
          villageId,
          place: spot,
          handlingUnit: id,
          form: { name: spot, category, address: `${village}${index + 1}号`, placeUnit: villageId },
          steps: [{ step: 'publish', days: 1 }],
        }
      }),
    ),
}

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
