import { probe, useLostSince } from '../../client/connection.ts'
import { Icon } from '../../theme/icon.tsx'
import { timeOf } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { HAS_TOP_LAYER } from './top-layer.ts'
import './connection.css'

/** Over an open drawer, too. */
const putOnTop = (element: HTMLElement | null) => {
  if (HAS_TOP_LAYER) element?.showPopover()
}

/** Says while the server does not answer that it does not, and goes by itself when it is back. */
export function ConnectionBanner() {
  const { words } = useWords()
  const lostSince = useLostSince()
  return (
    <div role="status" className="no-print">
      {lostSince !== undefined && (
        <p className="connection" ref={putOnTop} {...(HAS_TOP_LAYER ? { popover: 'manual' } : {})}>
          <Icon name="alert" size={16} />
          {words.errors.lost(timeOf(new Date(lostSince).toISOString()))}
          <button type="button" className="link-button" onClick={() => void probe()}>
            {words.errors.tryNow}
          </button>
        </p>
      )}
    </div>
  )
}
