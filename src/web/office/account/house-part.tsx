import { useQuery } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { houseAddress } from '../../client/sign-in/sign-in-api.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { cameBack } from '../sign-in/houses.tsx'
import { factorsQuery } from './account-api.ts'
import { AccountSection } from './account-section.tsx'

/** Whether one is known at the house (OIDC) of the office, where it has one. */
export function HousePart() {
  const { session } = useOffice()
  const { house: own } = useSignInWords()
  const house = useQuery(factorsQuery).data?.house
  if (!house) return null
  const came = cameBack()
  return (
    <AccountSection id="house" title={own.title}>
      {came === 'not-linked' && <p className="error-line">{own.isNotLinked}</p>}
      {came === 'linked' && <p role="status">{own.isLinked}</p>}
      <p className="muted">{house.linked ? own.linked(house.name) : own.notLinked(house.name)}</p>
      {!house.linked && (
        <p>
          <a className="button" href={houseAddress(session.tenant.id, 'link')}>
            {own.link(house.name)}
          </a>
        </p>
      )}
    </AccountSection>
  )
}
