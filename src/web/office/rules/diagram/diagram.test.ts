import { describe, expect, test } from 'vitest'
import { type Procedure, targetsOf } from '../../../../domain/procedure/procedure.ts'
import { text } from '../../../../domain/wording/text.ts'
import { PROCEDURES } from '../../../../procedures/all.ts'
import { planted } from '../../../../testing/planted.ts'
import { seatedProcedure } from '../../../../testing/seated-procedure.ts'
import { tinyProcedure } from '../../../../testing/tiny-procedure.ts'
import { type Diagram, layOutDiagram } from './diagram.ts'
import type { Box, Point } from './diagram-board.ts'
import { procedureGraph, rolesAt } from './diagram-graph.ts'

const NODE = { nodeWidth: 88, nodeHeight: 44 }
/** As wide as most words that the page writes there. */
const LABEL = { width: 84, height: 20 }

const inside = ({ x, y }: Point, box: Box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function drawn(procedure: Procedure): { graph: ReturnType<typeof procedureGraph>; diagram: Diagram } {
  const graph = procedureGraph(procedure)
  const starting = graph.edges.filter(
    ({ steps, kind }) => kind === 'back' || steps.some((step) => procedure.steps[step]?.starts?.length),
  )
  const labels = new Map(starting.map(({ id }) => [id, LABEL]))
  return { graph, diagram: layOutDiagram(graph, { ...NODE, labels, startLabel: 60, widest: 6 }) }
}

/** Every second pixel of an arrow, without its two ends. */
function alongArrow(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    return Array.from({ length: Math.floor(length / 2) }, (_, step) => {
      const share = (2 * step) / length
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
    })
  })
}

describe.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))(
  'the diagram of %s',
  (_, procedure) => {
    const { graph, diagram } = drawn(procedure)
    const nodes = diagram.nodes

    test('draws no step that only the import of a former ledger takes', () => {
      expect(graph.edges.flatMap(({ steps }) => steps).filter((step) => procedure.steps[step]?.imported)).toEqual([])
    })

    test('shows every state that people reach once, each in the lane of its role or side', () => {
      const steps = Object.values(procedure.steps).filter(({ imported }) => !imported)
      const reached = Object.keys(procedure.states).filter(
        (id) => id === procedure.opening.state || steps.some((step) => targetsOf(step).includes(id)),
      )
      expect(nodes.map(({ id }) => id).sort()).toEqual(reached.sort())
      for (const node of nodes) {
        const lane = diagram.lanes.find((each) => each.lane === node.lane)
        expect(lane && node.y > lane.y && node.y + node.height < lane.y + lane.height).toBe(true)
      }
    })

    test('shows every step that moves the matter on, unless it is taken beside the path', () => {
      const shown = new Set(diagram.arrows.flatMap(({ steps }) => steps))
      const moving = Object.entries(procedure.steps).filter(
        ([, step]) =>
          step.from !== 'open' &&
          !step.aside &&
          step.from.some((state) => targetsOf(step).some((target) => target !== state)),
      )
      expect(moving.map(([id]) => id).filter((id) => !shown.has(id))).toEqual([])
      expect(diagram.arrows.length).toBe(graph.edges.length)
    })

    test('leads arrows around nodes', () => {
      const strays = diagram.arrows.flatMap(({ id, points }) => {
        const path = alongArrow(points)
        return nodes
          .filter((node) => path.some((point) => inside(point, node)))
          .map((node) => `${id} runs through ${node.id}`)
      })
      expect(strays).toEqual([])
    })

    test('leads arrows along right angles from node to node', () => {
      for (const { from, to, points } of diagram.arrows) {
        const ends = [points[0], points.at(-1)]
        for (const [index, id] of [from, to].entries()) {
          const node = nodes.find((one) => one.id === id)
          const end = ends[index]
          expect(
            node &&
              end &&
              inside(end, { x: node.x - 1, y: node.y - 1, width: node.width + 2, height: node.height + 2 }),
          ).toBe(true)
        }
        points.slice(1).forEach((point, index) => {
          expect(point.x === points[index]?.x || point.y === points[index]?.y).toBe(true)
        })
      }
    })

    const labels = diagram.arrows.flatMap(({ id, label }) => (label ? [{ id, label }] : []))

    test('covers no node and no other label with a label', () => {
      const covered = labels.flatMap(({ id, label }, index) => [
        ...nodes.filter((node) => overlap(node, label)).map((node) => `${id} covers ${node.id}`),
        ...labels
          .slice(index + 1)
          .filter((other) => overlap(other.label, label))
          .map((other) => `${id} covers ${other.id}`),
      ])
      expect(covered).toEqual([])
    })

    test('lays each label on its own arrow, and on two others at most', () => {
      for (const { id, label } of labels) {
        const below = diagram.arrows.filter(({ points }) => alongArrow(points).some((point) => inside(point, label)))
        expect(below.map((arrow) => arrow.id)).toContain(id)
        expect(below.length).toBeLessThanOrEqual(3)
      }
    })

    test('runs to the right where it leads onward within a lane', () => {
      const placeOf = (id: string) => nodes.find((node) => node.id === id)
      const backward = diagram.arrows.filter(({ kind, from, to }) => {
        const [a, b] = [placeOf(from), placeOf(to)]
        return kind === 'forward' && a && b && a.lane === b.lane && b.x < a.x
      })
      expect(backward.map(({ id }) => id)).toEqual([])
    })

    test('is the same each time', () => {
      expect(drawn(procedure).diagram).toEqual(diagram)
    })
  },
)

describe('sides and the end of a time', () => {
  const rule = {
    code: 'SY-02',
    title: text('公示期', 'Publication'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [],
    source: tinyProcedure.source,
    onExpiry: { takes: 'lapse' },
  }
  const lapse = { title: text('期满', 'Over'), from: ['handled'], to: 'closed', by: ['system'] }
  const procedure = planted(planted(seatedProcedure, 'deadlines.publish', rule), 'steps.lapse', lapse)

  test('the side that ordered a matter has a lane of its own, with the roles that act from there', () => {
    const { nodes } = procedureGraph(procedure)
    expect(nodes.find(({ id }) => id === 'handled')?.lane).toBe('@ordering')
    expect(nodes.find(({ id }) => id === 'received')?.lane).toBe('clerk')
    expect(rolesAt(procedure, 'ordering')).toEqual(['leader'])
  })

  test('what the end of a time does by itself is an arrow of its own kind', () => {
    const alone = planted(procedure, 'steps.close', undefined)
    expect(procedureGraph(alone).edges.find(({ id }) => id === 'handled>closed')?.kind).toBe('expiry')
    expect(procedureGraph(procedure).edges.find(({ id }) => id === 'handled>closed')?.kind).toBe('forward')
  })
})
