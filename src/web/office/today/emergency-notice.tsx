import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { oversees } from '../../../domain/unit/role.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { emergenciesQuery, exportsQuery } from '../readings/readings-api.ts'

/** What waits for a second person: emergencies to confirm or review, files to agree to. It stays until it is done. */
export function EmergencyNotice() {
  const { actor } = useOffice()
  const isSecond = actor.roles.some((role) => oversees(role) || role === 'auditor')
  return isSecond ? <Notice /> : null
}

function Notice() {
  const { watch } = useWords().words
  const { data: emergencies = [] } = useQuery(emergenciesQuery)
  const { data: files = [] } = useQuery(exportsQuery)
  const toConfirm = emergencies.filter(({ mayConfirm }) => mayConfirm).length
  const toReview = emergencies.filter(({ mayReview }) => mayReview)
  const toDecide = files.filter(({ mayDecide }) => mayDecide).length
  const lines = [
    toConfirm > 0 && ({ text: watch.confirm(toConfirm), show: 'emergencies' } as const),
    toReview.length > 0 &&
      ({
        text: watch.review(
          toReview.length,
          toReview.some(({ isLate }) => isLate),
        ),
        show: 'emergencies',
      } as const),
    toDecide > 0 && ({ text: watch.decide(toDecide), show: 'exports' } as const),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <ul className="watch-notice" role="status">
      {lines.map(({ text, show }) => (
        <li key={text}>
          <Icon name="alert" size={16} />
          {text}{' '}
          <Link to="/readings" search={{ show }}>
            {watch.look}
          </Link>
        </li>
      ))}
    </ul>
  )
}
