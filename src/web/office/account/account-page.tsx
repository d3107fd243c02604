import { useOffice } from '../../client/office.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { FactorParts } from './factor-parts.tsx'
import { SessionsPart } from './sessions-part.tsx'

/** How one signs in: second factors, passkeys, and where one is signed in. */
export function AccountPage() {
  const own = useSignInWords()
  const { today } = useOffice()
  useTitle(own.page)
  return (
    <div className="page account-page">
      <h1>{own.page}</h1>
      <p className="muted">{own.lead}</p>
      <FactorParts today={today()} />
      <SessionsPart today={today()} />
    </div>
  )
}
