import { expect, test } from 'vitest'
import { beginPointing } from '../../demo/load-matters.ts'
import { yearOfOpenings } from '../../demo/openings.ts'
import { happenedIn } from '../../storage/compare/happened-to.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { standingOut } from './stand-out.ts'

test('in the demo county two townships show signs of figures being made in a quarter, each another one', () => {
  const world = demoWorld(20_260_101)
  const { rulebook } = world.context
  for (const opening of yearOfOpenings(rulebook, 'qinglan', world.now, world.dice)) beginPointing(world, opening)
  const matters = world.drafts.map(({ matter }) => matter)
  const from = '2026-06-30T16:00:00.000Z'
  const found = happenedIn(
    world.drafts.map(({ matter: { id }, events }) => ({ id, events })),
    from,
  )
  const { units } = rulebook.directory
  const standOut = (shows: ReadonlySet<string>, could: (matter: (typeof matters)[number]) => boolean) => {
    const below = Object.values(units).filter(({ parentId }) => parentId === 'qinglan')
    const counts = below.map(({ id: name, path, kind: like }) => {
      const own = matters.filter(({ unitId }) => units[unitId]?.path.startsWith(path))
      const numerator = own.filter(({ id }) => shows.has(id)).length
      return { name, like, numerator, denominator: own.filter((each) => could(each) || shows.has(each.id)).length }
    })
    return [...standingOut(counts)]
  }
  expect(standOut(found.justBeforeDue, ({ id }) => found.withLimit.has(id))).toContain('shiqiao')
  expect(standOut(found.reopened, ({ closedAt = '' }) => closedAt >= from)).toContain('yuehu')
}, 120_000)
