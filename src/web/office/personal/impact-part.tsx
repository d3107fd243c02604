import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { ROLES } from '../../../domain/unit/role.ts'
import { impactOf } from '../../../engine/personal/impact-of.ts'
import { periodText } from '../../../engine/why/date-text.ts'
import { legalBasisOf } from '../../../procedures/legal-bases.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { usePersonalWords } from '../../words/personal/use-personal-words.ts'
import { useWords } from '../../words/words.tsx'
import './personal.css'
import { WideTable } from '../../parts/shell/wide-table.tsx'

/** What a kind asks about people, read from its definition: what an impact assessment weighs, and the public notice tells. */
export function ImpactPart({ procedure }: { procedure: Procedure }) {
  const { say, words, locale } = useWords()
  const { impact: said } = usePersonalWords()
  const { rulebook, kinds } = useOffice()
  const impact = impactOf(procedure, rulebook.procedures)
  const basis = legalBasisOf(procedure)
  const goesTo = impact.goesTo.map((id) => {
    const title = kinds.find((kind) => kind.id === id)?.title ?? procedureOf(rulebook, id)?.title
    return title ? say(title) : id
  })
  return (
    <section aria-labelledby="impact-title" className="procedure-signals">
      <h2 id="impact-title">
        {said.title} <span className="count">{impact.fields.length}</span>
      </h2>
      <p className="hint">{said.hint}</p>
      {impact.fields.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <>
          <dl className="impact-facts">
            {basis && <Line title={said.basis}>{say(basis.article)}</Line>}
            {goesTo.length > 0 && (
              <Line title={said.goesTo}>
                {goesTo.join(words.listComma)}
                {words.semicolon}
                {said.notCarried}
              </Line>
            )}
          </dl>
          {impact.proposes && <p className="hint">{said.proposes}</p>}
          <WideTable label={said.field} className="impact-wide">
            <table className="impact-table">
              <thead>
                <tr>
                  {[said.field, said.purpose, said.when, said.openers, said.kept].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {impact.fields.map((field) => (
                  <tr key={field.name}>
                    <th scope="row">
                      {say(field.title)} {field.sensitive && <span className="tag">{said.sensitive}</span>}
                    </th>
                    <td>{say(field.purpose)}</td>
                    <td>
                      {field.atOpening ? said.atOpening : said.later}
                      {words.semicolon}
                      {field.required ? said.required : said.optional}
                    </td>
                    <td>
                      {field.openers.map((role) => say(ROLES[role].title)).join(words.listComma)}
                      {field.apart && `${words.semicolon}${said.apart}`}
                    </td>
                    <td>{periodText(field.retention, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <p className="no-print">
            <a className="link-button" href={`/public/personal/${procedure.id}`} target="_blank" rel="noreferrer">
              {said.notice}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Line({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
