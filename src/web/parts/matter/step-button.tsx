import { Icon } from '../../theme/icon.tsx'
import './step-button.css'

/** A step one can take. One `primary` in a view; `small` for everyday steps beside the path. */
export function StepButton({
  title,
  primary,
  small,
  take,
}: {
  title: string
  primary?: boolean
  small?: boolean
  take: () => void
}) {
  return (
    <button type="button" className={`button${primary ? ' is-primary' : ''}${small ? ' is-small' : ''}`} onClick={take}>
      {title}
    </button>
  )
}

/** A step that one cannot take: the reason and who can stand beside it, not in a tooltip. It stays focusable. */
export function LockedStep({ id, title, reason }: { id: string; title: string; reason: string }) {
  return (
    <div className="locked-step">
      <button type="button" className="button is-small" aria-disabled="true" aria-describedby={`locked-${id}`}>
        <Icon name="lock" size={14} />
        {title}
      </button>
      <span id={`locked-${id}`}>{reason}</span>
    </div>
  )
}
