import type { Clock } from '../../domain/procedure/deadline.ts'
import type { DirectoryView, SessionView } from '../../domain/views/views.ts'
import { text } from '../../domain/wording/text.ts'

const NOW = '2026-09-28T01:12:00.000Z'
const clerk = text('综治中心受理岗', 'Intake, governance centre')

export const SESSION: SessionView = {
  tenant: { id: 'qinglan', name: text('清澜县综治中心', 'Qinglan Centre') },
  person: { id: 'zhou', name: '周示例', username: 'zhoushili' },
  post: { id: 'clerk', title: clerk, unitId: 'county', unitPath: '/county/', roles: ['clerk'] },
  posts: [{ id: 'clerk', title: clerk, unitId: 'county' }],
  mustChangePassword: false,
  mustSetFactor: false,
  now: NOW,
  calendarDays: [],
  overrides: {},
  office: { contact: {}, confirmed: {}, closedChannels: [], categories: {} },
}

export const DIRECTORY: DirectoryView = {
  kinds: [],
  offices: [],
  units: [{ id: 'county', path: '/county/', kind: 'county', name: text('清澜县', 'Qinglan County') }],
  posts: [
    { id: 'clerk', unitId: 'county', title: clerk, roles: ['clerk'], holder: { personId: 'zhou', name: '周示例' } },
  ],
}

const clock = (dueOn: string, more: Partial<Clock> = {}): Clock => ({
  id: 'rectify#1',
  deadline: 'rectify',
  code: 'HAZ-01',
  state: 'running',
  startedAt: '2026-09-08T06:05:00.000Z',
  period: { length: 15, unit: 'workingDay' },
  roll: 'previous',
  pausable: true,
  pauses: [{ firstDay: '2026-09-17', lastDay: '2026-09-18', reason: '委托检测', document: '检测委托书2026-031' }],
  extensions: [],
  dueOn,
  dueAt: `${dueOn}T16:00:00.000Z`,
  provisional: false,
  warned: [],
  escalated: 0,
  ...more,
})

/** A clock in every state a chip can show. */
export const CLOCKS: readonly Clock[] = [
  clock('2026-10-08'),
  clock('2026-09-30'),
  clock('2026-09-28'),
  clock('2026-09-24'),
  clock('2026-10-08', { state: 'paused', pauses: [{ firstDay: '2026-09-24', reason: '委托检测' }] }),
  clock('2026-09-24', { state: 'met', endedAt: '2026-09-23T03:00:00.000Z' }),
  clock('2027-02-26', { provisional: true }),
]
