import type { OverviewWords } from './overview.zh.ts'

const matters = (count: string) => (count === '1' ? '1 matter' : `${count} matters`)

export const overviewEn: OverviewWords = {
  title: 'Overview',
  print: 'Print',
  ofUnit: 'Which unit',
  asAt: (when) => `As at ${when}`,
  sentence: {
    open: (open) => `${open} open`,
    overdue: (overdue, units) => (units > 1 ? `${overdue} overdue in ${units} units` : `${overdue} overdue`),
    noneOverdue: 'none overdue',
    major: (major) => `${major} major`,
    noneMajor: 'none major',
  },
  sums: {
    open: 'Open',
    overdue: 'Overdue',
    major: 'Major, open',
    opened: 'In, four weeks',
    closed: 'Closed, four weeks',
  },
  lastWeek: (opened, closed) => `Last week ${opened} in, ${closed} closed`,
  share: (percent) => `${percent} % of what is open`,
  piece: '',
  overdue: {
    title: 'Longest overdue',
    none: 'Nothing is overdue',
    days: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    all: (count) => `Show all ${count}`,
  },
  major: { title: 'Major, open', none: 'Nothing major is open', due: (day) => `By ${day}`, noDue: 'No time limit' },
  oldest: {
    title: 'Open longest',
    none: 'Nothing is open',
    since: (days) => (days === 1 ? 'Open 1 day' : `Open ${days} days`),
  },
  waiting: {
    title: 'Waits for me to judge',
    none: 'Nothing waits for you',
    more: (count) => `${count} more on Today`,
    steps: (steps) => `For you: ${steps}`,
  },
  growing: {
    title: 'Unusually many',
    waiting: (count) => (count === 1 ? '1 warning waits for a judgement' : `${count} warnings wait for a judgement`),
    week: (monday, sunday) => `The last whole week (${monday}–${sunday})`,
    usual: (count, usual) => `${count}; usually at most ${usual}`,
    none: 'Nothing stands out',
    chance: (judged, chance) =>
      `${judged} series of units and categories looked at; when nothing is wrong, ${chance} on average would still stand here by chance.`,
    tooShort: (count) => `${count} more have too little data to be judged.`,
    tooLittle: 'Too little data: it takes at least nine whole weeks to say what is unusual.',
    only: 'Matters are counted, by unit and category, never persons.',
    picture: (name, weeks, usual) => `${name}: received in ${weeks} weeks; usually at most ${usual}`,
  },
  flow: {
    title: 'What came in, what went out',
    opened: 'Received',
    closed: 'Closed',
    now: 'Last 52 weeks',
    before: 'Same week a year earlier',
    week: 'Week of (Monday)',
    noBefore: 'There is no data of a year earlier.',
    said: (what, now, before, percent) => `${what} ${now} in 52 weeks, ${before} in the 52 before: ${percent}`,
    alone: (what, now) => `${what} ${now} in 52 weeks`,
    more: (percent) => `${percent} % more`,
    less: (percent) => `${percent} % fewer`,
    same: 'the same',
  },
  units: {
    title: 'Units',
    unit: 'Unit',
    longest: 'Longest',
    order: 'In the order of the administration; no ranking.',
    own: (unit) => `${unit} itself`,
    quiet: (count) =>
      count === 1
        ? '1 more unit has nothing open and had nothing in four weeks.'
        : `${count} more units have nothing open and had nothing in four weeks.`,
    days: (days) => (days === 1 ? '1 day' : `${days} days`),
    none: 'none',
  },
  kinds: { title: 'Kinds of matter', kind: 'Kind' },
  columns: { open: 'Open', overdue: 'Overdue', major: 'Major', opened: 'In, 4 wk', closed: 'Closed, 4 wk' },
  rhythm: {
    title: 'The rhythm of a year',
    said: (busiest, quietest) => `Received a day on average: most on ${busiest}, fewest on ${quietest}`,
    name: (from, to) => `Received a day, ${from} to ${to}`,
    legend: 'The darker, the more came in. A thin frame is a holiday, a thick one a working day in exchange.',
    day: (day, count) => `${day}  ${count}`,
    off: (name) => ` (off: ${name})`,
    makeUp: ' (works in exchange)',
    week: 'Monday',
    weekdays: ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'],
    weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
  supervise: {
    button: 'Supervise',
    about: (title) => `Supervise: ${title}`,
    unitTitle: (unit) => `${unit}: clear what is overdue and major`,
    unitText: (day, unit, open, overdue, days, major) =>
      `As at ${day}, ${unit} has ${open} open, of which ${overdue} overdue${days > 0 ? ` (the longest by ${days} days)` : ''} and ${major} major. For each, say why, and by which day it will be closed.`,
  },
  empty: 'No matters yet',
  emptyText: 'Once some are registered or brought in, the figures stand here.',
  behind: (what, count) => `${what} ${matters(count)}, open the list`,
}
