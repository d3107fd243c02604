import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { AnlanError } from '../../domain/wording/errors.ts'
import { OfficeProvider } from '../client/office.tsx'
import { piece } from '../client/piece.ts'
import { sessionQuery } from '../client/queries.ts'
import { markSignedIn } from '../client/signed-in-mark.ts'
import { keepOwnDrafts } from '../parts/form/draft.ts'
import { ConnectionBanner } from '../parts/shell/connection-banner.tsx'
import { ErrorCard } from '../parts/shell/error-card.tsx'
import { Starting } from '../parts/shell/starting.tsx'
import { useWords } from '../words/words.tsx'
import { leave } from './shell/leave.ts'
import { Progress } from './shell/progress.tsx'
import { Shell } from './shell/shell.tsx'
import { SignInAgain } from './sign-in/sign-in-again.tsx'

const SignInPage = lazy(piece(async () => ({ default: (await import('./sign-in/sign-in-page.tsx')).SignInPage })))
const FirstPasswordPage = lazy(
  piece(async () => ({ default: (await import('./sign-in/first-password-page.tsx')).FirstPasswordPage })),
)
const MustSetFactorPage = lazy(
  piece(async () => ({ default: (await import('./account/must-set-factor-page.tsx')).MustSetFactorPage })),
)

/**
 * Signed in: the office. Not: the door, at the same address, so that one comes back to where one wanted to go. A session
 * that ends under somebody's hands is renewed over the page, which stays as it is.
 */
export function Root() {
  return (
    <>
      <Progress />
      <ConnectionBanner />
      <Suspense fallback={<Starting />}>
        <Inside />
      </Suspense>
    </>
  )
}

function Inside() {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  // It hangs on a wall by itself, and says itself when its session has ended.
  const isWall = useLocation({ select: ({ pathname }) => pathname === '/wall' })
  const refused = error instanceof AnlanError && error.code === 'sign-in-required'
  useEffect(() => {
    if (session || refused) markSignedIn(!refused)
    if (session) keepOwnDrafts(session.person.id)
  }, [session, refused])
  if (!session) {
    if (refused) return <SignInPage />
    return error ? <NoSession error={error} retry={() => void refetch()} /> : <Starting />
  }
  if (session.mustChangePassword) return <FirstPasswordPage session={session} />
  if (session.mustSetFactor) return <MustSetFactorPage session={session} />
  return (
    <>
      <OfficeProvider>{isWall ? <Outlet /> : <Shell />}</OfficeProvider>
      {refused && !isWall && <SignInAgain person={session.person} />}
    </>
  )
}

function NoSession({ error, retry }: { error: Error; retry: () => void }) {
  const { words } = useWords()
  return (
    <main className="page">
      <ErrorCard error={error} retry={retry} />
      {error instanceof AnlanError && (
        <button type="button" className="link-button" onClick={leave}>
          {words.nav.signOut}
        </button>
      )}
    </main>
  )
}
