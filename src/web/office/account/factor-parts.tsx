import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { PasswordInput } from '../sign-in/password-input.tsx'
import { factorsQuery } from './account-api.ts'
import { HousePart } from './house-part.tsx'
import { PasskeysPart } from './passkeys-part.tsx'
import { ShownCodes } from './shown-codes.tsx'
import { TotpPart } from './totp-part.tsx'
import './account.css'

/** Second factors of one's own, on the page of the account and at the door where the office demands one. */
export function FactorParts({ today, ready }: { today: string; ready?: () => void }) {
  const own = useSignInWords()
  const { data: factors, error, refetch } = useQuery(factorsQuery)
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[]>([])
  const [haveShown, setHaveShown] = useState(false)
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!factors) return <Skeleton rows={4} height={56} />
  const kept = () => {
    setCodes([])
    setHaveShown(true)
    ready?.()
  }
  if (codes.length > 0) return <ShownCodes codes={codes} close={kept} />
  const part = { factors, password: password || undefined, today, reveal: setCodes }
  return (
    <>
      {!factors.fresh && (
        <div className="card card-body account-body">
          <p className="muted">{own.password.why}</p>
          <PasswordInput
            id="self-password"
            label={own.password.label}
            autoComplete="current-password"
            value={password}
            change={setPassword}
          />
        </div>
      )}
      <TotpPart {...part} begins={haveShown} />
      <PasskeysPart {...part} />
      {!ready && <HousePart house={factors.house} password={part.password} />}
    </>
  )
}
