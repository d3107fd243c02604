import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { dayOf } from '../../../domain/time/time.ts'
import type { RaisedView } from '../../../domain/views/views.ts'
import { holderName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { dayAndMonth, momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { MarkTag } from '../tags/mark-tag.tsx'

/** 催办：李范例 3月2日 09:00 · 办理期限逾期，已提请督办 3月5日: why a matter stands on a worklist out of turn. */
export function RaisedNote({ raised, procedure }: { raised: readonly RaisedView[]; procedure: Procedure | undefined }) {
  const { words, say, locale } = useWords()
  const { directory, today } = useOffice()
  const why = ({ step, by, clockId, tier = 1, child }: RaisedView): string => {
    if (child) return words.matter.childCameBack(child)
    const rule = procedure?.deadlines[clockId?.split('#')[0] ?? '']
    const title = rule?.escalation?.[tier - 1]?.title
    if (rule) return words.matter.raisedByClock(say(rule.title), title ? say(title) : '')
    const taken = step === undefined ? words.matter.raisedByOpening : procedure?.steps[step]?.title
    const who = by === 'reporter' ? words.events.reporter : by && by !== 'system' ? holderName(directory, by, say) : ''
    return words.matter.raisedByStep(typeof taken === 'string' ? taken : taken ? say(taken) : (step ?? ''), who)
  }
  return raised.map((raise) => (
    <small key={`${raise.at}${raise.step}${raise.clockId}${raise.child}`} className="alarm raised-note">
      {raise.mark && (
        <>
          <MarkTag mark={raise.mark} procedure={procedure} />{' '}
        </>
      )}
      {/* Time raises at midnight, which says no more than its day. */}
      {why(raise)} {raise.clockId ? dayAndMonth(dayOf(raise.at), locale) : momentText(raise.at, today(), locale)}
    </small>
  ))
}
