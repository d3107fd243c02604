import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Day } from '../../../domain/time/time.ts'
import type { Sight } from '../../../domain/unit/sight.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import { inAreas } from '../../../procedures/areas.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { countsQuery, definitionQuery } from '../../client/queries.ts'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { CalendarPart } from './calendar-part.tsx'
import { ProcedurePart } from './procedure-part.tsx'
import { rolesText, type Speech } from './rule-words.ts'
import { useSpeech } from './use-speech.ts'
import './rules.css'

/** The rule book: every procedure as it is defined, and the days that count. */
export function RulesPage() {
  const speech = useSpeech()
  const { rules } = speech
  const search = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const { rulebook, kinds } = useOffice()
  // An unknown kind in the address is no error: people edit addresses.
  const kind = kinds.find(({ id }) => id === search.procedure) ?? kinds[0]
  useQuery(definitionQuery(kind?.id ?? ''))
  const procedure = kind && procedureOf(rulebook, kind.id)
  useTitle(rules.title)
  const part = search.part ?? 'procedures'
  const showPart = (id: string) =>
    void navigate({
      search: ({ part: _, ...rest }) => (id === 'calendar' ? { ...rest, part: 'calendar' } : rest),
      replace: true,
    })
  return (
    <div className="page rules">
      {part === 'procedures' && procedure ? (
        <ProcedureHead procedure={procedure} speech={speech} />
      ) : (
        <h1>{rules.calendar}</h1>
      )}
      <div className="rules-tabs">
        <Tabs
          label={rules.tabs}
          panel="rules-panel"
          current={part}
          choose={showPart}
          tabs={[
            { id: 'procedures', title: rules.procedures },
            { id: 'calendar', title: rules.calendar },
          ]}
        />
      </div>
      <div id="rules-panel" role="tabpanel" aria-labelledby={`rules-panel-${part}`}>
        <Suspense>
          {part === 'calendar' ? (
            <CalendarPart speech={speech} />
          ) : (
            procedure && <ProcedurePart key={procedure.id} procedure={procedure} speech={speech} />
          )}
        </Suspense>
      </div>
    </div>
  )
}

function ProcedureHead({ procedure, speech }: { procedure: Procedure; speech: Speech }) {
  const { rules, say, locale, words } = speech
  const { kinds } = useOffice()
  const navigate = useNavigate({ from: '/rules' })
  const { data: counts } = useQuery(countsQuery())
  const open = counts?.find((count) => count.procedure === procedure.id)?.open
  return (
    <header className="rules-head">
      <div>
        <h1>
          {say(procedure.title)}{' '}
          <span className="rules-version">
            {rules.version(procedure.version, dateText(procedure.effectiveOn, locale))}
          </span>
        </h1>
        <p className="muted">
          {say(procedure.purpose) + words.stop + (locale === 'zh' ? '' : ' ')}
          {open === undefined ? rules.drawn : rules.drawnFrom(open.toLocaleString('en'), say(procedure.short))}
        </p>
        {procedure.sight && <p className="muted">{sightText(procedure.sight, speech)}</p>}
        {procedure.standsIn && <p className="muted">{standsInText(procedure, procedure.standsIn, speech)}</p>}
        {procedure.exercise && <p className="muted">{rules.exercise}</p>}
      </div>
      <div className="rules-actions no-print">
        <label className="hidden" htmlFor="procedure">
          {rules.choose}
        </label>
        <select
          id="procedure"
          className="input"
          value={procedure.id}
          onChange={(event) => void navigate({ search: { procedure: event.target.value } })}
        >
          {inAreas(kinds).map(({ title: area, kinds: some }) => (
            <optgroup key={area.zh} label={say(area)}>
              {some.map(({ id, title, short }) => (
                <option key={id} value={id}>
                  {rules.chooseOption(say(short), say(title))}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {words.print}
        </button>
      </div>
    </header>
  )
}

/** Who acts for whom while a matter of this kind stands so. */
const standsInText = (
  { states }: Procedure,
  standsIn: NonNullable<Procedure['standsIn']>,
  { rules, say, words }: Speech,
): string =>
  rules.panel.standsIn(
    say(standsIn.title),
    standsIn.states.map((state) => say(states[state]?.title ?? { zh: '', en: '' })).join(words.listComma),
  ) + (standsIn.away ? `${words.semicolon}${rules.panel.standsInAway}` : '')

/** Who sees matters of a kind with a domain of its own. */
const sightText = ({ only, line, readings }: Sight, speech: Speech): string =>
  [
    only && speech.rules.panel.sightOnly(rolesText(only, speech)),
    line === 'own' && speech.rules.panel.sightOwn,
    line === 'everyone' && speech.rules.panel.sightEveryone,
    readings && speech.rules.panel.sightReadings,
  ]
    .filter(Boolean)
    .join(speech.words.semicolon) + speech.words.stop

/** 2026年1月1日, 1 January 2026. */
const dateText = (day: Day, locale: Locale): string =>
  locale === 'zh' ? `${day.slice(0, 4)}年${dayAndMonth(day, locale)}` : `${dayAndMonth(day, locale)} ${day.slice(0, 4)}`
