import { useState } from 'react'
import type { Words } from '../../words/zh.ts'

/** Columns one may show or hide; selection, reference and title always stand. */
export const COLUMNS = [
  'level',
  'kind',
  'category',
  'place',
  'unit',
  'owner',
  'channel',
  'state',
  'opened',
  'due',
  'closed',
] as const
export type Column = (typeof COLUMNS)[number]

const KEY = 'anlan:columns'
const FIRST: readonly Column[] = ['level', 'kind', 'place', 'state', 'due']

/** The chosen columns, kept on this computer. */
export function useColumns(): readonly [readonly Column[], (column: Column) => void] {
  const [chosen, setChosen] = useState<readonly Column[]>(storedColumns)
  const toggle = (column: Column) => {
    const next = COLUMNS.filter((one) => (one === column ? !chosen.includes(one) : chosen.includes(one)))
    localStorage.setItem(KEY, next.join(','))
    setChosen(next)
  }
  return [chosen, toggle]
}

function storedColumns(): readonly Column[] {
  const stored = localStorage.getItem(KEY)?.split(',')
  return stored ? COLUMNS.filter((column) => stored.includes(column)) : FIRST
}

/** A column's heading. */
export const columnTitle = (column: Column, { matters }: Words): string => matters[column]
