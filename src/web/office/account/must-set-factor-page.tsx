import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionView } from '../../../domain/views/views.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { leave } from '../shell/leave.ts'
import { Door } from '../sign-in/door.tsx'
import { factorsQuery } from './account-api.ts'
import { FactorParts } from './factor-parts.tsx'

/** The office demands a second factor: nothing else opens before there is one. */
export function MustSetFactorPage({ session }: { session: SessionView }) {
  const own = useSignInWords()
  const { words } = useWords()
  const client = useQueryClient()
  const { data } = useQuery(factorsQuery)
  const has = data && (data.totpSince !== undefined || data.passkeys.length > 0)
  const goOn = () => void client.resetQueries()
  return (
    <Door title={own.mustTitle} under={own.mustWhy}>
      <div className="account-at-door">
        <FactorParts today={session.now.slice(0, 10)} ready={goOn} />
        {has && (
          <button type="button" className="button is-primary is-large" onClick={goOn}>
            {words.signIn.goOn}
          </button>
        )}
        <button type="button" className="link-button" onClick={leave}>
          {words.nav.signOut}
        </button>
      </div>
    </Door>
  )
}
