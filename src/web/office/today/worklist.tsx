import { useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { WorkRow } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { useRowKeys } from '../../parts/shell/use-row-keys.ts'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { Words } from '../../words/zh.ts'
import { type GroupName, nextRest, type WorkGroup } from './group-work.ts'
import { WorkItem } from './work-item.tsx'

/** My next steps, grouped by when. The first button is filled, so that the eye starts there. */
export function Worklist({ groups }: { groups: readonly WorkGroup[] }) {
  const { words, locale } = useWords()
  const { rulebook, today } = useOffice()
  const navigate = useNavigate()
  const rows = groups.flatMap(({ rows: inGroup }) => inGroup)
  const open = (row: WorkRow) => void navigate({ to: '/matters/$id', params: { id: row.id } })
  const current = useRowKeys(rows, { open })
  const rest = nextRest(rulebook.calendar, today())
  return (
    <div className="worklist">
      {groups.map(({ name, rows: inGroup }) => (
        <Fragment key={name}>
          <h3 className="worklist-group">
            {groupTitle(name, words, rest ? dayAndMonth(rest.first, locale) : '')}{' '}
            <span className="count">{inGroup.length}</span>
          </h3>
          <ul>
            {inGroup.map((row) => (
              <WorkItem key={row.id} row={row} first={row === rows[0]} current={current === row.id} />
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  )
}

function groupTitle(name: GroupName, { today }: Words, restDay: string): string {
  const titles: Record<GroupName, string> = {
    overdue: today.groupOverdue,
    today: today.groupToday,
    beforeRest: today.groupBeforeRest(restDay),
    afterRest: today.groupAfterRest,
    thisWeek: today.groupThisWeek,
    later: today.groupLater,
    paused: today.groupPaused,
    noClock: today.groupNoClock,
  }
  return titles[name]
}
