import { useState } from 'react'
import { addDays } from '../../../domain/time/time.ts'
import { useOffice } from '../../client/office.tsx'
import { Floating } from '../../parts/shell/floating.tsx'
import { Icon } from '../../theme/icon.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { DayInput } from './day-input.tsx'
import type { LedgerSearch } from './ledger-search.ts'

/** Due when: overdue, a window ahead, or from day to day. */
export function DueFilter({ search, go }: { search: LedgerSearch; go: (next: LedgerSearch) => void }) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  const [open, setOpen] = useState(false)
  const { overdue, dueFrom, dueTo, panel: _, ...rest } = search
  const isSet = Boolean(overdue || dueFrom || dueTo)
  const choose = (window: Pick<LedgerSearch, 'overdue' | 'dueFrom' | 'dueTo'>) => go({ ...rest, ...window })
  const presets = [
    { title: words.matters.presetOverdue, window: { overdue: 'true' } as const },
    { title: words.matters.presetToday, window: { dueFrom: today(), dueTo: today() } },
    { title: words.matters.presetWeek, window: { dueFrom: today(), dueTo: addDays(today(), 7) } },
    { title: words.matters.presetMonth, window: { dueFrom: today(), dueTo: addDays(today(), 30) } },
  ]
  const day = (value: string | undefined) => (value ? dayAndMonth(value, locale) : '')
  const shown = overdue ? words.matters.presetOverdue : isSet ? `${day(dueFrom)}—${day(dueTo)}` : words.all
  return (
    <span className={`filter floating-place${isSet ? ' is-set' : ''}`}>
      <button type="button" className="filter-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{words.matters.dueWindow}</span> <b>{shown}</b>
        {!isSet && <Icon name="down" size={14} />}
      </button>
      {isSet && (
        <button
          type="button"
          className="filter-clear"
          aria-label={words.matters.clearOne(words.matters.dueWindow)}
          onClick={() => choose({})}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      {open && (
        <Floating label={words.matters.dueWindow} align="left" close={() => setOpen(false)} className="filter-list">
          <ul className="menu">
            {presets.map(({ title, window }) => (
              <li key={title}>
                <button
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    setOpen(false)
                    choose(window)
                  }}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
          <div className="filter-days">
            <DayInput
              label={words.matters.from}
              value={dueFrom}
              change={(value) => choose({ ...(dueTo ? { dueTo } : {}), ...(value ? { dueFrom: value } : {}) })}
            />
            <DayInput
              label={words.matters.to}
              value={dueTo}
              change={(value) => choose({ ...(dueFrom ? { dueFrom } : {}), ...(value ? { dueTo: value } : {}) })}
            />
          </div>
        </Floating>
      )}
    </span>
  )
}
