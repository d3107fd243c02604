import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { AnlanError } from '../../domain/wording/errors.ts'
import { signOut } from '../client/api.ts'
import { OfficeProvider } from '../client/office.tsx'
import { sessionQuery } from '../client/queries.ts'
import { markSignedIn } from '../client/signed-in-mark.ts'
import { ErrorCard } from '../parts/shell/error-card.tsx'
import { useWords } from '../words/words.tsx'
import { Shell } from './shell/shell.tsx'

const SignInPage = lazy(async () => ({ default: (await import('./sign-in/sign-in-page.tsx')).SignInPage }))
const FirstPasswordPage = lazy(async () => ({
  default: (await import('./sign-in/first-password-page.tsx')).FirstPasswordPage,
}))

/** Signed in: the office. Not: the door, at the same address, so that one comes back to where one wanted to go. */
export function Root() {
  const { words } = useWords()
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const refused = error instanceof AnlanError && error.code === 'sign-in-required'
  useEffect(() => {
    if (session || refused) markSignedIn(!refused)
  }, [session, refused])
  if (refused) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    )
  }
  if (error) {
    return (
      <main className="page">
        <ErrorCard error={error} retry={() => void refetch()} />
        {error instanceof AnlanError && (
          <button type="button" className="link-button" onClick={() => void signOut().then(() => location.assign('/'))}>
            {words.nav.signOut}
          </button>
        )}
      </main>
    )
  }
  if (!session) return null
  if (session.mustChangePassword) {
    return (
      <Suspense>
        <FirstPasswordPage session={session} />
      </Suspense>
    )
  }
  return (
    <Suspense>
      <OfficeProvider>
        <Shell />
      </OfficeProvider>
    </Suspense>
  )
}
