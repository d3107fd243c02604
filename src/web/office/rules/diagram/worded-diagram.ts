import type { DeadlineOverride } from '../../../../domain/procedure/deadline.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import type { Speech } from '../rule-words.ts'
import { type Diagram, layOutDiagram } from './diagram.ts'
import { procedureGraph } from './diagram-graph.ts'
import { conditionOf, type EdgeLabel, labelOf, startLabel, textWidth } from './diagram-words.ts'

/** Height of what stands on an arrow. */
export const LABEL_HEIGHT = 20
const LABEL_FONT = 11
const LABEL_PADDING = 16
const CLOCK = 17
const NODE_HEIGHT = 44
const NODE_FONT = 13
const NODE_PADDING = 12
/** Longer titles are broken into two lines. */
const NODE_WIDTHS = { least: 88, most: 116 }

/** Columns of a diagram, and what they need on average besides the nodes: before the first, and between two. */
const COLUMNS = { least: 4, most: 8 }
const START = 110
const BETWEEN = 56

export type WordedDiagram = {
  readonly diagram: Diagram
  readonly conditions: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, EdgeLabel>
  readonly start: EdgeLabel | undefined
}

type Overrides = Readonly<Record<string, DeadlineOverride>>

/** A procedure laid out with the words of the reader's language, in as many columns as there is room for. */
export function wordedDiagram(procedure: Procedure, overrides: Overrides, speech: Speech, room: number): WordedDiagram {
  const graph = procedureGraph(procedure)
  const labels = new Map(
    graph.edges.flatMap((edge): [string, EdgeLabel][] => {
      const label = labelOf(procedure, edge, overrides, speech)
      return label ? [[edge.id, label]] : []
    }),
  )
  const start = startLabel(procedure, overrides, speech)
  const width = nodeWidth(procedure, speech)
  const diagram = layOutDiagram(graph, {
    nodeWidth: width,
    nodeHeight: NODE_HEIGHT,
    labels: new Map([...labels].map(([id, label]) => [id, { width: labelWidth(label), height: LABEL_HEIGHT }])),
    startLabel: start ? labelWidth(start) : 0,
    widest: Math.min(COLUMNS.most, Math.max(COLUMNS.least, Math.floor((room - START) / (width + BETWEEN)))),
  })
  const conditions = new Map(graph.nodes.map((node) => [node.id, conditionOf(procedure, node, speech)]))
  return { diagram, conditions, labels, start }
}

/** Width of a label with its clock. */
export const labelWidth = ({ text, clock }: EdgeLabel): number =>
  Math.ceil(textWidth(text, LABEL_FONT)) + LABEL_PADDING + (clock ? CLOCK : 0)

/** Whether a title takes two lines, so that no line is left for the condition. */
export const isBroken = (title: string, width: number): boolean =>
  textWidth(title, NODE_FONT) > width - NODE_PADDING + 2

function nodeWidth({ states }: Procedure, { say }: Speech): number {
  const widths = Object.values(states).map(({ title }) => Math.ceil(textWidth(say(title), NODE_FONT)) + NODE_PADDING)
  return Math.min(NODE_WIDTHS.most, Math.max(NODE_WIDTHS.least, ...widths))
}
