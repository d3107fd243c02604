import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ReasonButton } from '../../../parts/form/reason-button.tsx'
import { useWords } from '../../../words/words.tsx'
import { askEmergency } from '../../readings/readings-api.ts'

/** Asks to read, in an emergency, what one's post may not open; then where it is agreed to and read. */
export function EmergencyButton({ matterId, fields }: { matterId: string; fields: readonly string[] }) {
  const { matter } = useWords().words
  const [asked, setAsked] = useState(false)
  if (asked)
    return (
      <p className="parties-hint hint" role="status">
        {matter.emergencyAsked}{' '}
        <Link to="/readings" search={{ show: 'emergencies' }}>
          {matter.emergencyLook}
        </Link>
      </p>
    )
  return (
    <p className="parties-hint no-print">
      <ReasonButton
        icon="alert"
        title={matter.emergency}
        why={matter.emergencyWhy}
        hint={matter.emergencyHint}
        verb={matter.emergency}
        act={async (reason) => {
          await askEmergency(matterId, fields, reason)
          setAsked(true)
        }}
      />
    </p>
  )
}
