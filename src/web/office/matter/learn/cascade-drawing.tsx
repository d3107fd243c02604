import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Cascade } from '../../../../statistics/graph/cascade.ts'
import type { Analysis } from '../../../../statistics/graph/first-cut.ts'
import { useLearnWords } from '../../../words/learn/use-learn-words.ts'
import { layOutDiagram } from '../../rules/diagram/diagram.ts'
import { Arrow } from '../../rules/diagram/diagram-arrows.tsx'
import type { GraphEdge, ProcedureGraph } from '../../rules/diagram/diagram-graph.ts'
import { textWidth } from '../../rules/diagram/diagram-words.ts'
import '../../rules/diagram/diagram.css'
import './cascade-card.css'

const NODE = { least: 88, most: 150, height: 48, padding: 20, font: 13 }
const LABEL = { height: 20, padding: 16, font: 11 }
const COLUMNS = { least: 2, most: 7, each: 170 }
const LEAST_SCALE = 0.78
/** More than this is a carpet. */
export const MOST_DRAWN = 24
/** One lane: nobody stands anywhere in a risk graph. */
const LANE = 'reviewer'

/** The links between two conditions are one arrow, whatever many there are. */
type Drawn = GraphEdge & { readonly links: readonly number[] }

/** A risk graph as a drawing: what may lead to what with how likely, the link to cut marked in words. */
export function CascadeDrawing({ cascade, analysis }: { cascade: Cascade; analysis: Analysis }) {
  const { graph } = useLearnWords()
  const frame = useRef<HTMLElement>(null)
  const [room, setRoom] = useState<number>()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setRoom(Math.round((entry?.contentRect.width ?? 0) / 40) * 40))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const worded = useMemo(
    () => (room === undefined ? undefined : laidOut(cascade, analysis, graph.cutHere, room)),
    [cascade, analysis, graph, room],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={frame} className="diagram cascade" aria-label={graph.drawing} tabIndex={0}>
      {worded && room !== undefined && (
        <Fitted width={worded.diagram.width} height={worded.diagram.height} room={room}>
          <Sheet worded={worded} cascade={cascade} analysis={analysis} />
        </Fitted>
      )}
    </section>
  )
}

/** What is a little too wide is drawn smaller; what is much wider is scrolled, so that its words stay readable. */
function Fitted({
  width,
  height,
  room,
  children,
}: {
  width: number
  height: number
  room: number
  children: ReactNode
}) {
  const scale = Math.min(1, Math.max(LEAST_SCALE, room / width))
  return (
    <div style={{ width: width * scale, height: height * scale }}>
      <div className="diagram-sheet" style={{ width, height, transform: `scale(${scale})` }}>
        {children}
      </div>
    </div>
  )
}

type Worded = ReturnType<typeof laidOut>

function Sheet({
  worded: { diagram, labels, cut },
  cascade,
  analysis,
}: {
  worded: Worded
  cascade: Cascade
  analysis: Analysis
}) {
  const { graph } = useLearnWords()
  const { width, height, arrows, nodes } = diagram
  return (
    <div className="diagram-field cascade-field" style={{ width, height }}>
      <svg
        className="diagram-arrows"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      >
        {arrows.map(({ id, points }) => (
          <Arrow key={id} points={points} className={`arrow${cut.has(id) ? ' is-cut' : ''}`} />
        ))}
      </svg>
      {arrows.map(({ id, label }) =>
        label ? (
          <span
            key={id}
            className={`diagram-label${cut.has(id) ? ' is-cut' : ''}`}
            style={{ left: label.x, top: label.y, width: label.width, height: label.height }}
          >
            {labels.get(id)}
          </span>
        ) : null,
      )}
      {nodes.map(({ id, x, y, width: wide, height: high }) => (
        <div
          key={id}
          className={`cascade-node${cascade.begins.includes(id) ? ' is-begin' : ''}`}
          style={{ left: x, top: y, width: wide, height: high }}
        >
          <b>{id}</b>
          <span>{cascade.begins.includes(id) ? graph.begin : graph.reached(percent(analysis.chances[id] ?? 0))}</span>
        </div>
      ))}
    </div>
  )
}

/** A share in whole percent; what is there but below one is said to be so. */
export const percent = (share: number): string => (share > 0 && share < 0.01 ? '<1%' : `${Math.round(share * 100)}%`)

function laidOut(cascade: Cascade, { first }: Analysis, cutHere: string, room: number) {
  const edges = edgesOf(cascade)
  const names = [...new Set(cascade.links.flatMap(({ from, to }) => [from, to]))]
  const graph: ProcedureGraph = {
    nodes: names.map((id) => ({ id, lane: LANE, done: false, anytime: false })),
    edges,
    opening: cascade.begins[0] ?? names[0] ?? '',
  }
  const cut = new Set(edges.filter(({ links }) => links.some((link) => first.includes(link))).map(({ id }) => id))
  const labels = new Map(
    edges.map(({ id, links }) => {
      const chances = links.map((link) => percent(cascade.links[link]?.chance ?? 0)).join(' ')
      return [id, cut.has(id) ? `${cutHere} ${chances}` : chances] as const
    }),
  )
  const widest = Math.max(...names.map((name) => Math.ceil(textWidth(name, NODE.font)) + NODE.padding))
  const diagram = layOutDiagram(graph, {
    nodeWidth: Math.min(NODE.most, Math.max(NODE.least, widest)),
    nodeHeight: NODE.height,
    labels: new Map(
      [...labels].map(([id, label]) => [
        id,
        { width: Math.ceil(textWidth(label, LABEL.font)) + LABEL.padding, height: LABEL.height },
      ]),
    ),
    startLabel: 0,
    widest: Math.min(COLUMNS.most, Math.max(COLUMNS.least, Math.floor(room / COLUMNS.each))),
  })
  return { diagram, labels, cut }
}

/** Arrows between two conditions, once each; what closes a circle is drawn as a way back. */
function edgesOf({ links, begins }: Cascade): Drawn[] {
  const byPair = new Map<string, { from: string; to: string; links: number[] }>()
  links.forEach(({ from, to }, index) => {
    if (from === to) return
    const pair = `${from}>${to}`
    const known = byPair.get(pair) ?? { from, to, links: [] }
    known.links.push(index)
    byPair.set(pair, known)
  })
  const pairs = [...byPair].map(([id, pair]) => ({ id, ...pair }))
  const back = waysBack(pairs, begins.length > 0 ? begins : pairs.map(({ from }) => from))
  return pairs.map(({ id, from, to, links: many }) => ({
    id,
    from,
    to,
    links: many,
    steps: [],
    kind: back.has(id) ? 'back' : 'forward',
  }))
}

function waysBack(pairs: readonly { id: string; from: string; to: string }[], starts: readonly string[]): Set<string> {
  const back = new Set<string>()
  const done = new Set<string>()
  const onPath = new Set<string>()
  const visit = (name: string): void => {
    done.add(name)
    onPath.add(name)
    for (const { id, from, to } of pairs) {
      if (from !== name) continue
      if (onPath.has(to)) back.add(id)
      else if (!done.has(to)) visit(to)
    }
    onPath.delete(name)
  }
  for (const name of [...starts, ...pairs.map(({ from }) => from)]) if (!done.has(name)) visit(name)
  return back
}
