import { Link } from '@tanstack/react-router'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import type { Cell, Head, Paper, Part } from './paper/paper-model.ts'

/** A bulletin as it is read and printed; each number opens the matters behind it. */
export function PaperView({ id, paper, qr }: { id: string; paper: Paper; qr: string | undefined }) {
  const words = useBulletinsWords()
  return (
    <article className="bulletin-paper" aria-label={paper.title}>
      <header>
        <p className="bulletin-office">{paper.office}</p>
        {paper.number && <p className="bulletin-number">{paper.number}</p>}
        <h2>{paper.title}</h2>
        {paper.replaces && <p>{paper.replaces}</p>}
      </header>
      {paper.sections.map(({ id: sectionId, title, parts }) => (
        <section key={sectionId}>
          {title && <h3>{title}</h3>}
          <Parts id={id} parts={parts} />
        </section>
      ))}
      <footer>
        <p className="bulletin-sign">
          {paper.office}
          <br />
          {paper.day}
          <br />
          <span className="muted">{words.seal}</span>
        </p>
        <div className="bulletin-notes">
          <div>
            <h3>{words.notes}</h3>
            {paper.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            <code>{paper.address}</code>
          </div>
          {qr && <img src={qr} alt={words.qrAlt} width={104} height={104} />}
        </div>
      </footer>
    </article>
  )
}

/** What one part says, with its numbers. */
export function Parts({ id, parts }: { id: string; parts: readonly Part[] }) {
  return parts.map((part, at) => {
    // Parts are worked out anew and keep no state.
    const key = at
    if (part.kind === 'text') return <Lines key={key} text={part.text} />
    if (part.kind === 'case')
      return (
        <div key={key} className="bulletin-case">
          <h4>{part.title}</h4>
          <Lines text={part.text} />
        </div>
      )
    if (part.kind === 'picture')
      return (
        <img
          key={key}
          className="bulletin-picture"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(part.svg)}`}
          alt={part.alt}
          width={part.width}
          height={part.height}
        />
      )
    return <Table key={key} id={id} part={part} />
  })
}

function Lines({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
    <p key={at}>{line}</p>
  ))
}

function Table({ id, part }: { id: string; part: Extract<Part, { kind: 'table' }> }) {
  return (
    <WideTable label={part.caption} className="bulletin-scroll">
      <table>
        <caption className="hidden">{part.caption}</caption>
        <colgroup>
          {part.widths.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stand still
            <col key={at} style={{ width: `${width * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {part.head.map((head, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stand still
              <HeadCell key={at} head={head} />
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one table
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stand still
                <BodyCell key={column} id={id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const HeadCell = ({ head: { text, mark } }: { head: Head }) => (
  <th scope="col">
    {text}
    {mark && <sup>［{mark}］</sup>}
  </th>
)

function BodyCell({ id, cell: { text, code, few, start } }: { id: string; cell: Cell }) {
  const words = useBulletinsWords()
  return (
    <td className={start ? 'is-start' : undefined}>
      {code === undefined ? (
        text
      ) : (
        <Link
          to="/bulletins/$id/figures/$code"
          params={{ id, code }}
          className={few ? 'is-few' : undefined}
          title={few ? words.few5 : words.figureOf(code)}
          aria-label={`${text} ${words.figureOf(code)}`}
        >
          {text}
        </Link>
      )}
    </td>
  )
}
