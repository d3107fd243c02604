import { useMutation } from '@tanstack/react-query'
import { dayOf } from '../../../domain/time/time.ts'
import { verifyMatter } from '../../client/api.ts'
import { Icon } from '../../theme/icon.tsx'
import { longDay, timeOf } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { ErrorCard } from '../shell/error-card.tsx'
import './verified-badge.css'

const SHOWN_HASH = 12

/** Whether the records of a matter are what was once written: one plain sentence, then the digest. */
export function VerifiedBadge({ matterId, head }: { matterId: string; head: string }) {
  const { words, locale } = useWords()
  const { data: check, error, isPending, mutate } = useMutation({ mutationFn: () => verifyMatter(matterId) })
  const say = words.matter
  if (error) return <ErrorCard error={error} retry={() => mutate()} />
  const broken = check && !check.ok
  const title = !check ? say.notVerified : check.ok ? say.intact : say.broken(check.brokenAt ?? 1)
  const text = !check
    ? say.notVerifiedText
    : check.ok
      ? say.intactText(check.length, `${longDay(dayOf(check.checkedAt), locale)} ${timeOf(check.checkedAt)}`)
      : say.brokenText
  return (
    <section className={`verified ${check?.ok ? 'is-ok' : broken ? 'is-broken' : ''}`} aria-live="polite">
      <Icon name={broken ? 'alert' : 'shield'} size={24} />
      <div>
        <h2>{title}</h2>
        <p>
          {text} <code title={head}>{head.slice(0, SHOWN_HASH)}</code>
        </p>
      </div>
      <button type="button" className="button no-print" aria-disabled={isPending} onClick={() => mutate()}>
        {isPending ? say.verifying : check ? say.verifyAgain : say.verify}
      </button>
    </section>
  )
}
