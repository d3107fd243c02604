import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { useOffice } from '../../client/office.tsx'
import { LawQuote } from '../../parts/due/law-quote.tsx'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { RuleSource } from './rule-source.tsx'
import { afterLines, fromText, lengthText, onlyWhenText, rollText, type Speech } from './rule-words.ts'

/** All deadlines of a procedure in words: the same as the clocks of the diagram. Those around the selected state stand out. */
export function DeadlineTable({
  procedure,
  state,
  speech,
}: {
  procedure: Procedure
  state: string | undefined
  speech: Speech
}) {
  const { rules } = speech
  const isPhone = useIsPhone()
  const rows = Object.entries(procedure.deadlines)
  const near = deadlinesAround(procedure, state)
  const { table } = rules
  if (isPhone) {
    return (
      <ul className="card deadline-list">
        {rows.map(([id, rule]) => (
          <li key={id} className={near.has(id) ? 'is-near' : undefined}>
            <h3>
              <Title procedure={procedure} id={id} rule={rule} speech={speech} />
            </h3>
            <dl>
              <Fact name={table.from}>{fromText(procedure, id, speech)}</Fact>
              <Fact name={table.length}>
                <Length procedure={procedure} id={id} rule={rule} speech={speech} />
              </Fact>
              <Fact name={table.roll}>{rollText(rule, speech)}</Fact>
              <Fact name={table.warnings}>
                <After procedure={procedure} rule={rule} speech={speech} />
              </Fact>
              <Fact name={table.basis}>
                <Basis rule={rule} speech={speech} />
              </Fact>
            </dl>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <WideTable label={rules.deadlines} className="card deadline-card">
      <table className="deadline-table">
        <caption className="hidden">{rules.deadlines}</caption>
        <thead>
          <tr>
            {[table.deadline, table.from, table.length, table.roll, table.warnings, table.basis].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, rule]) => (
            <tr key={id} className={near.has(id) ? 'is-near' : undefined}>
              <th scope="row">
                <Title procedure={procedure} id={id} rule={rule} speech={speech} />
              </th>
              <td>{fromText(procedure, id, speech)}</td>
              <td>
                <Length procedure={procedure} id={id} rule={rule} speech={speech} />
              </td>
              <td>{rollText(rule, speech)}</td>
              <td>
                <After procedure={procedure} rule={rule} speech={speech} />
              </td>
              <td>
                <Basis rule={rule} speech={speech} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

/** Deadlines that the steps of a state start or meet, and those that start with the way into it. */
function deadlinesAround({ steps, opening }: Procedure, state: string | undefined): ReadonlySet<string> {
  if (!state) return new Set()
  const leaving = Object.values(steps).filter(({ from, aside }) => !aside && from !== 'open' && from.includes(state))
  return new Set([
    ...leaving.flatMap(({ meets = [], holds = [] }) => [...meets, ...holds]),
    ...(state === opening.state ? opening.starts : []),
  ])
}

type Row = { procedure: Procedure; id: string; rule: DeadlineRule; speech: Speech }

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Title({ procedure, rule, speech }: Row) {
  const only = onlyWhenText(procedure, rule, speech)
  return (
    <>
      {speech.say(rule.title)} <small>{rule.code}</small>
      {only && <span className="hint deadline-only">{only}</span>}
    </>
  )
}

function Length({ procedure, id, rule, speech }: Row) {
  const { session } = useOffice()
  const override = session.overrides[`${procedure.id}.${id}`]
  return (
    <>
      {lengthText(procedure, rule, override, speech)}
      {override && <span className="hint deadline-only">{speech.rules.ownLength(override.document)}</span>}
    </>
  )
}

function After({ procedure, rule, speech }: Pick<Row, 'procedure' | 'rule' | 'speech'>) {
  return afterLines(procedure, rule, speech).map((line) => <div key={line}>{line}</div>)
}

function Basis({ rule: { source }, speech }: Pick<Row, 'rule' | 'speech'>) {
  return (
    <>
      <RuleSource source={source} speech={speech} />
      {source.quote && <LawQuote quote={source.quote} />}
    </>
  )
}
