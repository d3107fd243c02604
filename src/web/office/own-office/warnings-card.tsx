import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { changeWarnings, type OfficeView } from './office-api.ts'
import { OfficeButton, OfficeCard } from './office-card.tsx'
import { asNumber, asText, warningsForm } from './office-forms.ts'
import type { OfficeTask } from './use-office-tasks.tsx'

type Props = { readonly office: OfficeView; readonly ask: (task: OfficeTask) => void }

/** How many false alarms the office puts up with, and when the night is judged. */
export function WarningsCard({ office: { warnings }, ask }: Props) {
  const say = useOwnOfficeWords()
  const { perMonth, hour } = warnings
  const change = () =>
    ask({
      id: 'warnings',
      title: say.warnings,
      under: say.warningsUnder,
      form: warningsForm,
      start: { perMonth, hour },
      send: (values) =>
        changeWarnings({
          reason: asText(values['reason']),
          perMonth: asNumber(values['perMonth']) ?? perMonth,
          hour: Math.floor(asNumber(values['hour']) ?? hour),
        }),
    })
  const action = <OfficeButton title={say.change} act={change} />
  return (
    <OfficeCard id="warnings" title={say.warnings} lead={say.warningsLead} action={action}>
      <p>{perMonth > 0 ? say.warningsNow(String(perMonth), hour) : say.warningsOff}</p>
    </OfficeCard>
  )
}
