import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { ConcernedView } from '../../../domain/views/personal-views.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { usePersonalWords } from '../../words/personal/use-personal-words.ts'
import { CompareAct, CopyAct, CorrectAct } from './concerned-acts.tsx'
import { getConcerned } from './personal-api.ts'
import './personal.css'

/** The matters that a request concerns, and what its open step lets the reader do there. */
export function ConcernedCard({ view, procedure }: { view: MatterView; procedure: Procedure }) {
  const words = usePersonalWords()
  const { id, version } = view.matter
  const serves = Object.values(procedure.steps).some((step) => step.serves)
  const { data } = useQuery({
    queryKey: ['matter', id, 'concerned', version],
    queryFn: () => getConcerned(id),
    enabled: serves,
  })
  if (!serves || !data) return null
  return (
    <section className="card no-print" aria-labelledby="concerned">
      <header className="card-head">
        <h2 id="concerned">
          {words.concerned} <span className="count">{data.matters.length}</span>
        </h2>
      </header>
      <div className="card-body">
        {data.matters.length === 0 ? (
          <p className="hint">{words.noneYet}</p>
        ) : (
          data.matters.map((concerned) => <Concerned key={concerned.id} request={id} concerned={concerned} />)
        )}
        <p className="hint">{words.concernedHint}</p>
      </div>
    </section>
  )
}

function Concerned({ request, concerned }: { request: string; concerned: ConcernedView }) {
  const words = usePersonalWords()
  const { id, reference, title, fields, services, orders, shreddedAt } = concerned
  const acts = { request, concerned }
  return (
    <div className="concerned-matter">
      <p>
        <Link to="/matters/$id" params={{ id }}>
          {reference}
        </Link>{' '}
        {title}
        {orders.map((order) => (
          <span key={order} className="tag">
            {words.ordered[order]}
          </span>
        ))}
      </p>
      {shreddedAt ? (
        <p className="hint">{words.destroyed}</p>
      ) : fields.length === 0 ? (
        <p className="hint">{words.nothingHere}</p>
      ) : (
        <>
          {services.includes('compare') && <CompareAct {...acts} />}
          {services.includes('copy') && <CopyAct {...acts} />}
          {services.includes('correct') && <CorrectAct {...acts} />}
        </>
      )}
    </div>
  )
}
