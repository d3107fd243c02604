import { Link } from '@tanstack/react-router'
import { LINK_TYPES } from '../../../domain/matter/link.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { LinkView } from '../../../domain/views/views.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useWords } from '../../words/words.tsx'
import { ExerciseMark } from '../tags/exercise-mark.tsx'
import './link-graph.css'

const NODE = 52
const GAP = 8
const STEP = NODE + GAP
const WIDTH = 28

/** Where this matter came from stands left of it, what came of it right. On phones one under the other. */
export function LinkGraph({ matter, links }: { matter: Matter; links: readonly LinkView[] }) {
  const { words } = useWords()
  const before = links.filter(({ direction }) => direction === 'to')
  const after = links.filter(({ direction }) => direction === 'from')
  const rows = Math.max(before.length, after.length, 1)
  const height = rows * STEP - GAP
  return (
    <div
      className={`link-graph${before.length === 0 ? ' has-no-before' : ''}${after.length === 0 ? ' has-no-after' : ''}`}
    >
      {before.length > 0 && (
        <>
          <LinkColumn links={before} />
          <Edges count={before.length} height={height} towards />
        </>
      )}
      <div className="link-node is-this">
        <small>{matter.reference}</small>
        <b>{words.matter.thisMatter}</b>
      </div>
      {after.length > 0 && (
        <>
          <Edges count={after.length} height={height} />
          <LinkColumn links={after} />
        </>
      )}
    </div>
  )
}

function LinkColumn({ links }: { links: readonly LinkView[] }) {
  return (
    <ul className="link-column">
      {links.map((link) => (
        <li key={`${link.type}${link.direction}${link.matterId}`}>
          <LinkNode link={link} />
        </li>
      ))}
    </ul>
  )
}

function LinkNode({ link }: { link: LinkView }) {
  const { words, say } = useWords()
  const { rulebook } = useOffice()
  const { title, back } = LINK_TYPES[link.type]
  const relation = say(link.direction === 'to' ? title : back)
  const kind = procedureOf(rulebook, link.procedure)
  if (!link.visible) {
    return (
      <span className="link-node is-hidden">
        <small>
          {relation} · {kind ? say(kind.short) : link.procedure}
        </small>
        <span>{words.matter.noAccess}</span>
      </span>
    )
  }
  return (
    <Link className={`link-node is-${link.group}`} to="/matters/$id" params={{ id: link.matterId }}>
      <small>
        {relation} · {link.reference} <ExerciseMark of={link} />
      </small>
      <span>{link.title}</span>
    </Link>
  )
}

/** Curves between a column of nodes and the middle; arrows point the way things went. */
function Edges({ count, height, towards }: { count: number; height: number; towards?: boolean }) {
  const middle = height / 2
  const top = (height - (count * STEP - GAP)) / 2
  return (
    <svg className="link-edges" width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        const y = top + index * STEP + NODE / 2
        const [from, to] = towards ? [y, middle] : [middle, y]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge is its place
          <g key={index} fill="none" stroke="var(--control-line)" strokeWidth="1.3">
            <path d={`M0 ${from}C${WIDTH / 2} ${from} ${WIDTH / 2} ${to} ${WIDTH - 5} ${to}`} />
            <path d={`m${WIDTH - 9} ${to - 3.5} 6 3.5-6 3.5`} fill="var(--control-line)" />
          </g>
        )
      })}
    </svg>
  )
}
