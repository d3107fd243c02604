import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { present } from '../../../domain/present.ts'
import {
  CELL_TEXTS,
  type CellText,
  type CellUse,
  MEASURES,
  type Measure,
  type ReturnQuery,
} from '../../../domain/returns/return-query.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { definitionQuery } from '../../client/queries.ts'
import { unitOptions } from '../../client/unit-options.ts'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'

type Way = 'count' | 'hand' | 'text' | 'nothing'
type Change = (use: (before: CellUse | undefined) => CellUse | undefined) => void

/** Stands where the chosen cells differ: choosing it changes nothing. */
const DIFFER = '~'
const sameOf = (values: readonly string[]): string => (new Set(values).size === 1 ? (values[0] ?? '') : DIFFER)

const wayOf = (use: CellUse | undefined): Way =>
  !use ? 'nothing' : 'count' in use ? 'count' : 'text' in use ? 'text' : 'hand'

/** What the chosen cells ask: each question changes that alone in all of them, so that a row keeps its units and a column its states. */
export function UseFields({ uses, change }: { uses: readonly (CellUse | undefined)[]; change: Change }) {
  const { map, textCells } = useReturnsWords()
  const way = sameOf(uses.map(wayOf))
  const toWay = (next: Way) =>
    change((before) => {
      if (next === wayOf(before)) return before
      if (next === 'count') return { count: { measure: 'opened' } }
      return next === 'hand' ? { hand: true } : next === 'text' ? { text: 'office' } : undefined
    })
  const texts = uses.flatMap((use) => (use && 'text' in use ? [use.text] : []))
  return (
    <>
      <p className="hint">{map.chosen(uses.length)}</p>
      <Choice label={map.how} value={way} choose={(next) => toWay(next as Way)}>
        {(['count', 'hand', 'text', 'nothing'] as const).map((each) => (
          <option key={each} value={each}>
            {map.uses[each]}
          </option>
        ))}
      </Choice>
      {way === 'text' && (
        <Choice label={map.text} value={sameOf(texts)} choose={(text) => change(() => ({ text: text as CellText }))}>
          {(Object.keys(CELL_TEXTS) as CellText[]).map((each) => (
            <option key={each} value={each}>
              {textCells[each]}
            </option>
          ))}
        </Choice>
      )}
      {way === 'count' && (
        <CountFields
          queries={uses.flatMap((use) => (use && 'count' in use ? [use.count] : []))}
          change={(part) => change((before) => (before && 'count' in before ? { count: part(before.count) } : before))}
        />
      )}
    </>
  )
}

function CountFields({
  queries,
  change,
}: {
  queries: readonly ReturnQuery[]
  change: (part: (before: ReturnQuery) => ReturnQuery) => void
}) {
  const { say } = useWords()
  const { map, query } = useReturnsWords()
  const { kinds, rulebook, directory, actor } = useOffice()
  const same = (partOf: (query: ReturnQuery) => string | undefined) =>
    sameOf(queries.map((query) => partOf(query) ?? ''))
  const kind = same(({ kinds: of }) => of?.join(','))
  const only = kind !== DIFFER && kind !== '' && !kind.includes(',') ? kind : undefined
  useQuery({ ...definitionQuery(only ?? ''), enabled: only !== undefined })
  const categories = Object.entries((only && procedureOf(rulebook, only)?.categories) || {})
  const units = unitOptions(directory, say).filter(({ value }) =>
    directory.units[value]?.path.startsWith(actor.unitPath),
  )
  const put = (part: Partial<Record<keyof ReturnQuery, unknown>>) =>
    change((before) => present({ ...before, ...part }) as ReturnQuery)
  const named = (ids: string) =>
    ids
      .split(',')
      .map((id) => kinds.find((one) => one.id === id))
      .map((one) => (one ? say(one.short) : ''))
      .join(query.join)
  return (
    <>
      <Choice label={map.measure} value={same(({ measure }) => measure)} choose={(measure) => put({ measure })}>
        {(Object.keys(MEASURES) as Measure[]).map((each) => (
          <option key={each} value={each}>
            {say(MEASURES[each])}
          </option>
        ))}
      </Choice>
      <Choice
        label={map.kinds}
        value={kind}
        choose={(of) => put({ kinds: of === '' ? undefined : of.split(','), category: undefined })}
      >
        <option value="">{map.allKinds}</option>
        {kind.includes(',') && <option value={kind}>{named(kind)}</option>}
        {kinds
          .filter(({ isRecord }) => !isRecord)
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
      </Choice>
      {categories.length > 0 && (
        <Choice
          label={map.category}
          value={same(({ category }) => category)}
          choose={(category) => put({ category: category || undefined })}
        >
          <option value="">{map.allCategories}</option>
          {categories.map(([id, title]) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={map.level}
        value={same(({ level }) => level)}
        choose={(level) => put({ level: level || undefined })}
      >
        <option value="">{map.allLevels}</option>
        {(Object.keys(LEVELS) as Level[]).map((id) => (
          <option key={id} value={id}>
            {say(LEVELS[id].title)}
          </option>
        ))}
      </Choice>
      <Choice label={map.unit} value={same(({ unit }) => unit)} choose={(unit) => put({ unit: unit || undefined })}>
        <option value="">{map.allUnits}</option>
        {units.map(({ value, title, depth }) => (
          <option key={value} value={value}>
            {'\u3000'.repeat(Math.max(0, depth)) + title}
          </option>
        ))}
      </Choice>
    </>
  )
}

function Choice({
  label,
  value,
  choose,
  children,
}: {
  label: string
  value: string
  choose: (value: string) => void
  children: ReactNode
}) {
  const { map } = useReturnsWords()
  return (
    <label className="field">
      {label}
      <select
        className="input"
        value={value}
        onChange={({ target }) => target.value !== DIFFER && choose(target.value)}
      >
        {value === DIFFER && <option value={DIFFER}>{map.keep}</option>}
        {children}
      </select>
    </label>
  )
}
