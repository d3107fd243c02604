import type { Matter } from '../../../domain/matter/matter.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { Icon } from '../../theme/icon.tsx'
import { usePersonalWords } from '../../words/personal/use-personal-words.ts'
import './personal.css'

/** That a matter is stored and not used, or kept beyond its time: since when, and why. */
export function RestrictedNote({ matter }: { matter: Matter }) {
  const words = usePersonalWords()
  if (!matter.restrictions) return null
  return (
    <>
      {matter.restrictions.map(({ order, orderedBy, at, reason }) => {
        const isStored = order === 'restrict' && matter.group === 'done'
        return (
          <p key={orderedBy} className="restricted-note" role="note">
            <Icon name="lock" size={16} />
            <span>
              <b>{order === 'restrict' ? words.restricted : words.kept}</b>{' '}
              {isStored ? words.restrictedText : words.keptText} {words.since(dayOf(at), reason)}
            </span>
          </p>
        )
      })}
    </>
  )
}
