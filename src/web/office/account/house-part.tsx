import type { OwnFactors } from '../../../domain/sign-in/sign-in-views.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { cameBack } from '../sign-in/houses.tsx'
import { linkHouse, type Password, unlinkHouse } from './account-api.ts'
import { AccountSection } from './account-section.tsx'
import { useAct } from './use-act.ts'

type Props = { readonly house: OwnFactors['house']; readonly password: Password }

/** Whether one is known at the house (OIDC) of the office, where it has one. */
export function HousePart({ house, password }: Props) {
  const { house: own } = useSignInWords()
  const { act, problem, busy } = useAct()
  if (!house) return null
  const came = cameBack()
  const link = async () => {
    const onward = await act(() => linkHouse(password))
    if (onward) location.assign(onward.goTo)
  }
  const unlink = async () => {
    if (await act(() => unlinkHouse(password))) notify(own.isUnlinked)
  }
  return (
    <AccountSection id="house" title={own.title}>
      {came === 'not-linked' && <p className="error-line">{own.isNotLinked}</p>}
      {came === 'linked' && house.linked && <p role="status">{own.isLinked}</p>}
      <p className="muted">{house.linked ? own.linked(house.name) : own.notLinked(house.name)}</p>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      <p className="account-acts">
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => void (house.linked ? unlink() : link())}
        >
          {house.linked ? own.unlink : own.link(house.name)}
        </button>
      </p>
    </AccountSection>
  )
}
