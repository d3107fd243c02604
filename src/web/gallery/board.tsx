import { type ReactNode, useState } from 'react'
import { LEVELS, type Level } from '../../domain/matter/level.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { Chart } from '../parts/chart/chart.tsx'
import type { ChartOption } from '../parts/chart/chart-option.ts'
import { DueChip } from '../parts/due/due-chip.tsx'
import { LawQuote } from '../parts/due/law-quote.tsx'
import { LevelTag } from '../parts/matter/level-tag.tsx'
import { MaskedField } from '../parts/matter/masked-field.tsx'
import { OpenFieldsButton } from '../parts/matter/open-fields-button.tsx'
import { StateTag } from '../parts/matter/state-tag.tsx'
import { LockedStep, StepButton } from '../parts/matter/step-button.tsx'
import { Empty } from '../parts/shell/empty.tsx'
import { ErrorCard } from '../parts/shell/error-card.tsx'
import { Skeleton } from '../parts/shell/skeleton.tsx'
import { StatTile } from '../parts/shell/stat-tile.tsx'
import { WhyPanel } from '../parts/why/why-panel.tsx'
import { CLOCKS } from './county.ts'
import './board.css'

const SAMPLE = Array.from({ length: 26 }, (_, week) => ({ week: `第${week + 1}周`, count: 20 + ((week * 7) % 11) }))
const SAMPLE_NUMBERS = { columns: ['周', '收件'], rows: SAMPLE.map(({ week, count }) => [week, count]) }
const sampleChart = (): ChartOption => ({
  grid: { left: 0, right: 8, top: 8, bottom: 0 },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: SAMPLE.map(({ week }) => week) },
  yAxis: { type: 'value' },
  series: [{ type: 'line', name: '收件', data: SAMPLE.map(({ count }) => count) }],
})

/** Every state of the parts on one sheet. */
export function Board() {
  return (
    <main className="board">
      <h1 className="hidden">部件</h1>
      <Cell title="期限">
        {CLOCKS.map((clock) => (
          <Chip key={clock.dueOn + clock.state} clock={clock} />
        ))}
      </Cell>
      <Cell title="等级和状态">
        {Object.keys(LEVELS).map((level) => (
          <LevelTag key={level} level={level as Level} />
        ))}
        <StateTag group="open" title="整改中" />
        <StateTag group="waiting" title="待复查" />
        <StateTag group="done" title="已销号" />
      </Cell>
      <Cell title="步骤">
        <StepButton title="登记复查意见" primary take={() => {}} />
        <StepButton title="催办" take={() => {}} />
        <LockedStep id="verify" title="复查验收" reason="要等企业申请复查；由陈样例办" />
      </Cell>
      <Cell title="密封字段">
        <dl>
          <MaskedField title="电话" value={undefined} after={<OpenFieldsButton open={() => Promise.resolve()} />} />
          <MaskedField title="负责人" value="钱样本" />
        </dl>
      </Cell>
      <Cell title="空、载入、出错">
        <Empty title="今天没有到期的" text="下一件是9月30日的月度进展" />
        <Skeleton rows={3} height={32} />
        <ErrorCard error={new AnlanError('busy', { rule: 'no-connection' })} retry={() => {}} />
      </Cell>
      <Cell title="图">
        <Chart name="近26周收件：上周18件" option={sampleChart} numbers={SAMPLE_NUMBERS} height={200} />
      </Cell>
      <Cell title="数字和法条">
        <StatTile label="整改逾期" value="7" unit="处" search={{ overdue: 'true' }}>
          东浦镇4处
        </StatTile>
        <StatTile label="满意度" value="—">
          不足5件，不显示
        </StatTile>
        <LawQuote quote="重大事故隐患排除后，经审查同意，方可恢复生产经营和使用。" />
      </Cell>
    </main>
  )
}

function Cell({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="board-cell">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Chip({ clock }: { clock: (typeof CLOCKS)[number] }) {
  const [open, setOpen] = useState(false)
  return (
    <span className="floating-place">
      <DueChip clock={clock} opening={{ onClick: () => setOpen(!open), 'aria-expanded': open }} />
      {open && <WhyPanel clock={clock} procedure="hazard" version={1} close={() => setOpen(false)} />}
    </span>
  )
}
