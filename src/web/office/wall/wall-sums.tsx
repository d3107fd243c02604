import type { ReactNode } from 'react'
import type { WallView } from '../../../domain/overview/wall-view.ts'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWallWords } from '../../words/wall/use-wall-words.ts'

const text = (count: number) => count.toLocaleString('en')

/** The four numbers of the room. */
export function WallSums({ view }: { view: WallView }) {
  const words = useWallWords()
  const { open, overdue, major } = view.all
  const last = view.weeks.at(-1)
  const dueToday = view.due[0]?.count ?? 0
  const inUnits = (sum: 'overdue' | 'major') => words.units(view.units.filter((line) => line[sum] > 0).length)
  return (
    <section className="wall-card wall-sums" aria-label={words.title}>
      <Sum title={words.sums.open} count={open}>
        {last && words.lastWeek(text(last.opened), text(last.closed))}
      </Sum>
      <Sum title={words.sums.dueToday} count={dueToday}>
        {dueToday > 0 ? words.leftToday : words.noneToday}
      </Sum>
      <Sum title={words.sums.overdue} count={overdue} icon={<Icon name="alert" size={24} />} red>
        {overdue > 0 ? inUnits('overdue') : words.noneOverdue}
      </Sum>
      <Sum title={words.sums.major} count={major} icon={<LevelShape level="major" size={14} named={false} />} red>
        {major > 0 ? inUnits('major') : words.noneMajor}
      </Sum>
    </section>
  )
}

function Sum({
  title,
  count,
  icon,
  red = false,
  children,
}: {
  title: string
  count: number
  icon?: ReactNode
  red?: boolean
  children: ReactNode
}) {
  return (
    <div className={red && count > 0 ? 'wall-sum is-red' : 'wall-sum'}>
      <h2>
        {icon}
        {title}
      </h2>
      <b>{text(count)}</b>
      <p>{children}</p>
    </div>
  )
}
