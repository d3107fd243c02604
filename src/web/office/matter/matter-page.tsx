import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { MatterView } from '../../../domain/views/views.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { receiptOf } from '../../client/new-receipt.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { matterQuery } from '../../client/queries.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useIsPhone } from '../../parts/shell/use-is-phone.ts'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useWords } from '../../words/words.tsx'
import { StepDrawer } from '../step/step-drawer.tsx'
import { MatterDesk } from './matter-desk.tsx'
import { MatterPhone } from './matter-phone.tsx'
import { CodeCard } from './reporter/code-card.tsx'
import './matter.css'

/** One matter: what can be done now, by when, and how it came here. `step` in the address opens that step's form. */
export function MatterPage() {
  const { id } = useParams({ from: '/matters/$id' })
  const { data: view, error, refetch } = useQuery(matterQuery(id))
  if (error instanceof AnlanError && error.code === 'matter-not-found') return <NotThere />
  return (
    <div className="page matter-page">
      {view ? (
        <Loaded view={view} />
      ) : error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton rows={10} height={40} />
      )}
    </div>
  )
}

/** Wrong address, or not in one's scope: the same answer, so that it tells nothing. */
function NotThere() {
  const { words } = useWords()
  useTitle(words.matter.notFoundTitle)
  return (
    <div className="page">
      <Empty isPage title={words.matter.notFoundTitle} text={words.matter.notFoundText} />
    </div>
  )
}

function Loaded({ view }: { view: MatterView }) {
  const { rulebook } = useOffice()
  const { step, into } = useSearch({ from: '/matters/$id' })
  const navigate = useNavigate({ from: '/matters/$id' })
  const isPhone = useIsPhone()
  const { matter } = view
  useTitle(`${matter.reference} ${matter.title}`)
  const procedure = procedureOf(rulebook, matter.procedure, matter.procedureVersion)
  if (!procedure) return <ErrorCard error={new AnlanError('procedure-not-found', { procedure: matter.procedure })} />
  const take = (stepId: string | undefined, goal?: string) =>
    void navigate({
      search: stepId ? { step: stepId, ...(goal ? { into: goal } : {}) } : {},
      replace: true,
      resetScroll: false,
    })
  const receipt = receiptOf(matter.id)
  const Layout = isPhone ? MatterPhone : MatterDesk
  return (
    <>
      {receipt && <CodeCard {...receipt} />}
      <Layout view={view} procedure={procedure} take={take} />
      {step && procedure.steps[step] && (
        <StepDrawer
          key={step}
          view={view}
          procedure={procedure}
          stepId={step}
          into={into}
          close={() => take(undefined)}
        />
      )}
    </>
  )
}
