import type { ButtonHTMLAttributes } from 'react'
import { type StandingFacts, standing } from '../../../engine/time/standing.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { dueText } from './due-text.ts'
import './due-chip.css'

type Opening = Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'aria-expanded' | 'aria-controls'>

/** `large` spells the day out, `short` drops small words where a column is narrow, `dayOnly` drops the rest. */
export type ChipSize = 'large' | 'normal' | 'short' | 'dayOnly'

/** By when, and how much time is left. With `opening` it is the button that opens the derivation. */
export function DueChip({
  clock,
  opening,
  size = 'normal',
}: {
  clock: StandingFacts
  opening?: Opening
  size?: ChipSize
}) {
  const { words, locale } = useWords()
  const { now, rulebook } = useOffice()
  const due = standing(clock, now(), rulebook.calendar)
  const large = size === 'large'
  const { main, rest, label } = dueText(
    due,
    { words, locale, now: now(), short: size === 'short' },
    clock.endedAt,
    clock.period,
  )
  const className = `due-chip is-${due.kind}${due.provisional ? ' is-provisional' : ''}${due.late && due.kind === 'met' ? ' is-late' : ''}${large ? ' is-large' : ''}`
  const body = (
    <>
      <DueSign kind={due.kind} share={due.shareUsed} />
      <b>{large && due.dueOn && due.kind !== 'paused' ? longDay(due.dueOn, locale) : main}</b>
      {size !== 'dayOnly' && <span>{rest}</span>}
      <span className="hidden">{`${words.comma}${label}${opening ? words.comma + words.due.why : ''}`}</span>
      {large && opening && <Icon name={opening['aria-expanded'] ? 'up' : 'down'} size={14} />}
    </>
  )
  if (!opening) {
    return (
      <span className={className} title={label}>
        {body}
      </span>
    )
  }
  return (
    <button type="button" className={className} title={label} {...opening}>
      {body}
    </button>
  )
}

function DueSign({ kind, share }: { kind: string; share: number }) {
  if (kind === 'overdue') return <Icon name="alert" size={14} />
  if (kind === 'paused' || kind === 'held') return <Icon name="pause" size={14} />
  if (kind === 'met' || kind === 'lapsed') return <Icon name="check" size={14} />
  return <Pie share={share} size={14} />
}

/** Share of the time that is used, as a slice from twelve o'clock. */
export function Pie({ share, size }: { share: number; size: number }) {
  const used = Math.min(0.999, Math.max(0, share))
  const angle = used * 2 * Math.PI
  const x = 8 + 6 * Math.sin(angle)
  const y = 8 - 6 * Math.cos(angle)
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d={`M8 8V2A6 6 0 ${used > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`} fill="currentColor" />
    </svg>
  )
}
