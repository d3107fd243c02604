import { offsetOf, type Schedule, scheduleKey } from '../../../domain/procedure/schedule.ts'
import { scheduleText } from '../../../domain/wording/schedule-text.ts'
import { asChosen } from '../../../engine/schedule/scheduled-openings.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { longDay } from '../../words/dates.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { changeSchedule, type OfficeView } from './office-api.ts'
import { OfficeCard, OfficeLine } from './office-card.tsx'
import { asColumn, asNumber, asText, scheduleForm, whyForm } from './office-forms.ts'
import type { OfficeTask } from './use-office-tasks.tsx'

type Props = { readonly office: OfficeView; readonly ask: (task: OfficeTask) => void }

/** What opens by itself on a calendar: each schedule, off until the office switches it on with a document. */
export function SchedulesCard({ office: { schedules }, ask }: Props) {
  const { say: inWords, words, locale } = useWords()
  const say = useOwnOfficeWords()
  const { rulebook, directory } = useOffice()
  const { procedures } = rulebook
  const all = procedures.flatMap(({ id, short, schedules: own = {} }) =>
    Object.entries(own).map(([name, schedule]) => ({ key: scheduleKey(id, name), short, schedule })),
  )
  if (all.length === 0) return null
  const turnOn = (key: string, schedule: Schedule) =>
    ask({
      id: `schedule:${key}`,
      title: say.scheduleOn,
      under: inWords(schedule.named),
      form: scheduleForm(schedule.due !== undefined),
      start: { opensDays: offsetOf(schedule.opens), ...(schedule.due ? { dueDays: offsetOf(schedule.due) } : {}) },
      send: ({ only, opensDays, dueDays, document, reason }) =>
        changeSchedule({
          reason: asText(reason),
          schedule: key,
          choice: {
            only: asColumn(only, 'unit'),
            opensDays: asNumber(opensDays),
            dueDays: asNumber(dueDays),
            document: asText(document),
          },
        }),
    })
  const turnOff = (key: string, { named }: Schedule) =>
    ask({
      id: `schedule-off:${key}`,
      title: say.scheduleOff,
      under: inWords(named),
      form: whyForm,
      send: ({ reason }) => changeSchedule({ reason: asText(reason), schedule: key }),
    })
  return (
    <OfficeCard id="schedules" title={say.schedules} lead={say.schedulesLead}>
      <ul>
        {all.map(({ key, short, schedule }) => {
          const choice = schedules[key]
          return (
            <OfficeLine
              key={key}
              action={choice ? say.scheduleOff : say.scheduleOn}
              act={() => (choice ? turnOff(key, schedule) : turnOn(key, schedule))}
            >
              <b>{inWords(short)}</b> {inWords(schedule.named)}{' '}
              <span className="hint">
                {inWords(scheduleText(choice ? asChosen(schedule, choice) : schedule))}
                {choice?.only &&
                  ` · ${choice.only.map((id) => unitName(directory, id, inWords)).join(words.listComma)}`}
                {choice && ` · ${say.scheduleSince(longDay(choice.since, locale))} · ${choice.document}`}
              </span>
            </OfficeLine>
          )
        })}
      </ul>
    </OfficeCard>
  )
}
