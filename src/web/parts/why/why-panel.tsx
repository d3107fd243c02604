import type { Clock } from '../../../domain/procedure/deadline.ts'
import { derive } from '../../../engine/why/derivation.ts'
import { derivationText } from '../../../engine/why/derivation-text.ts'
import { copyText } from '../../client/browser/copy-text.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { Drawer } from '../shell/drawer.tsx'
import { Floating } from '../shell/floating.tsx'
import { notify } from '../shell/notices.tsx'
import { useIsPhone } from '../shell/use-is-phone.ts'
import { WhySteps } from './why-steps.tsx'

/** Why a clock is due when it is: a panel at the chip, on phones a drawer. */
export function WhyPanel({
  clock,
  procedure,
  version,
  close,
}: {
  clock: Clock
  procedure: string
  version: number
  close: () => void
}) {
  const { words, locale } = useWords()
  const { rulebook, now } = useOffice()
  const isPhone = useIsPhone()
  const definition = procedureOf(rulebook, procedure, version)
  const rule = definition?.deadlines[clock.deadline]
  const derivation = derive(clock, rulebook.calendar, now())
  const title =
    derivation.leftWhenResumed === undefined
      ? words.derivation.title(longDay(derivation.dueOn ?? derivation.start, locale))
      : words.derivation.titlePaused
  const steps = <WhySteps derivation={derivation} rule={rule} version={version} />
  if (isPhone) {
    return (
      <Drawer title={title} close={close} width={536}>
        {steps}
      </Drawer>
    )
  }
  return (
    <Floating label={title} align="right" close={close} className="why">
      <header className="why-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={words.copy}
          title={words.copy}
          onClick={() => void copyText(derivationText(derivation, locale, rule)).then(() => notify(words.copied))}
        >
          <Icon name="copy" />
        </button>
        <button type="button" className="icon-button" aria-label={words.print} title={words.print} onClick={printPanel}>
          <Icon name="print" />
        </button>
        <button type="button" className="icon-button" aria-label={words.close} title={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {steps}
    </Floating>
  )
}

/** Prints the derivation and nothing else of the page. */
function printPanel(): void {
  document.body.classList.add('prints-why')
  window.addEventListener('afterprint', () => document.body.classList.remove('prints-why'), { once: true })
  window.print()
}
