import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { definitionQuery } from '../../client/queries.ts'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useWords } from '../../words/words.tsx'
import { RegisterForm } from './register-form.tsx'
import './register.css'

/** A new matter of one kind. */
export function RegisterPage() {
  const { words, say } = useWords()
  const { rulebook, actor } = useOffice()
  const { procedure: id } = useParams({ from: '/matters/new/$procedure' })
  const { isFetched } = useQuery(definitionQuery(id))
  const procedure = procedureOf(rulebook, id)
  const title = procedure ? words.register.title(say(procedure.short)) : words.nav.register
  useTitle(title)
  if (!procedure) {
    return (
      <div className="page">
        {isFetched ? (
          <ErrorCard error={new AnlanError('procedure-not-found', { procedure: id })} />
        ) : (
          <Skeleton rows={8} height={48} />
        )}
      </div>
    )
  }
  const allowed = procedure.opening.by.some((role) => actor.roles.includes(role))
  return (
    <div className="page register">
      <h1>{title}</h1>
      <p className="muted">{say(procedure.purpose)}</p>
      {allowed ? (
        <RegisterForm key={procedure.id} procedure={procedure} />
      ) : (
        <ErrorCard
          title={words.register.notYours}
          error={new AnlanError('role-required', { roles: procedure.opening.by })}
        />
      )}
    </div>
  )
}
