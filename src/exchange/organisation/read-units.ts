import type { UnitKind } from '../../domain/unit/unit.ts'
import type { RefusedRow, RowIssue } from '../../domain/views/admin-views.ts'
import type { IssueRule } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import { type TableRow, tableRows } from './table-text.ts'
import { UNIT_KIND_NAMES } from './unit-kinds.ts'

/** Columns of a list of units. `areaCode` and `streetCode` are those of the national list of divisions. */
export const UNIT_COLUMNS = {
  name: { headings: ['名称', 'name', '单位', '单位名称'], required: true },
  code: { headings: ['编码', 'code', '代码'] },
  parent: { headings: ['上级', 'parent', '上级单位'] },
  street: { headings: ['streetCode'] },
  area: { headings: ['areaCode'] },
  kind: { headings: ['类型', 'kind'] },
  nameEn: { headings: ['英文名称', 'name_en'] },
} as const

export type KnownUnit = { readonly id: string; readonly parentId?: string; readonly name: Text }
export type ListedUnit = {
  readonly row: number
  readonly id: string
  readonly parentId: string
  readonly kind: UnitKind
  readonly name: Text
}

export type ReadUnits = {
  /** Parents before children. */
  readonly units: readonly ListedUnit[]
  readonly known: number
  /** Rows of other counties in a list of the whole country. */
  readonly elsewhere: number
  readonly refused: readonly RefusedRow[]
}

export type UnitPlace = {
  readonly rootId: string
  readonly known: readonly KnownUnit[]
  /** Six digits: of a list of the whole country only this county's rows are taken. */
  readonly county?: string | undefined
  readonly newId: () => string
}

type Row = TableRow<typeof UNIT_COLUMNS>
type Draft = { readonly row: number; readonly id: string; readonly parent: string; readonly unit: ListedUnit }

const MOST_LETTERS = 60
/** It stands in paths and addresses. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/
const KIND_NAMES = Object.values(UNIT_KIND_NAMES).flat().join('、')
const KIND_BY_DIGITS: Readonly<Record<number, UnitKind>> = { 6: 'county', 9: 'township', 12: 'village' }

/** Reads a list of units below the root of an office. Known units are left as they are. @throws AnlanError import-refused */
export function readUnits(csv: string, place: UnitPlace): ReadUnits {
  const all = tableRows(csv, UNIT_COLUMNS)
  const rows = place.county ? all.filter(({ cells }) => isIn(place.county ?? '', cells.code)) : all
  const checked = rows.map((row) => ({ row, issues: issuesOf(row) }))
  const refused = checked.flatMap(({ row, issues }) => (issues.length > 0 ? [{ row: row.row, issues }] : []))
  const drafts = checked.filter(({ issues }) => issues.length === 0).map(({ row }) => draftOf(row, place))
  return { ...placed(drafts, place, refused), elsewhere: all.length - rows.length }
}

/** The county itself is the root and no row below it. A list without codes is of this county. */
const isIn = (county: string, code: string | undefined) =>
  code === undefined || (code.startsWith(county) && code !== county)

function issuesOf({ cells }: Row): RowIssue[] {
  const issue = (column: keyof typeof UNIT_COLUMNS, rule: IssueRule, limit?: number | string): RowIssue => ({
    field: column,
    column: UNIT_COLUMNS[column].headings[0],
    rule,
    ...(limit === undefined ? {} : { limit }),
  })
  return [
    ...(cells.name ? [] : [issue('name', 'required')]),
    ...((cells.name?.length ?? 0) > MOST_LETTERS ? [issue('name', 'too-long', MOST_LETTERS)] : []),
    ...(cells.code && !CODE.test(cells.code) ? [issue('code', 'wrong-form', '110101001')] : []),
    ...(cells.kind && !kindOf(cells.kind) ? [issue('kind', 'not-an-option', KIND_NAMES)] : []),
  ]
}

function draftOf({ row, cells }: Row, { rootId, county, newId }: UnitPlace): Draft {
  const { name = '', code, nameEn } = cells
  const id = code ?? newId()
  const above = cells.parent ?? cells.street ?? cells.area
  const parent = above === undefined || above === county ? rootId : above
  const kind = kindOf(cells.kind) ?? KIND_BY_DIGITS[code?.length ?? 0] ?? 'department'
  return { row, id, parent, unit: { row, id, parentId: rootId, kind, name: { zh: name, en: nameEn ?? name } } }
}

const kindOf = (word: string | undefined): UnitKind | undefined =>
  (Object.keys(UNIT_KIND_NAMES) as UnitKind[]).find(
    (kind) => kind === word || UNIT_KIND_NAMES[kind].includes(word ?? ''),
  )

/** Puts units below their parents, whichever stands first in the file; a parent is named by its code or its name. */
function placed(drafts: readonly Draft[], { rootId, known }: UnitPlace, refused: readonly RefusedRow[]) {
  const byId = new Map(known.map((unit) => [unit.id, unit]))
  const names = idsByName(known)
  const units: ListedUnit[] = []
  const bad: RefusedRow[] = [...refused]
  const reject = (row: number, column: 'parent' | 'code' | 'name', rule: IssueRule) =>
    bad.push({ row, issues: [{ field: column, column: UNIT_COLUMNS[column].headings[0], rule }] })
  let knownRows = 0
  let waiting = [...drafts]
  while (waiting.length > 0) {
    const later: Draft[] = []
    for (const draft of waiting) {
      const parentId = byId.has(draft.parent) ? draft.parent : names.get(draft.parent)?.at(0)
      if (parentId === undefined) {
        later.push(draft)
        continue
      }
      const { zh } = draft.unit.name
      const same = byId.get(draft.id)
      const namesake = (names.get(zh) ?? []).some((id) => byId.get(id)?.parentId === parentId)
      if ((names.get(draft.parent)?.length ?? 0) > 1 && !byId.has(draft.parent))
        reject(draft.row, 'parent', 'ambiguous')
      else if (same && same.name.zh !== zh && same.id !== rootId) reject(draft.row, 'code', 'taken')
      else if (same || namesake) knownRows += 1
      else {
        const unit = { ...draft.unit, parentId }
        units.push(unit)
        byId.set(unit.id, unit)
        names.set(zh, [...(names.get(zh) ?? []), unit.id])
      }
    }
    if (later.length === waiting.length) {
      for (const { row } of later) reject(row, 'parent', 'not-a-unit')
      break
    }
    waiting = later
  }
  return { units, known: knownRows, refused: bad.toSorted((a, b) => a.row - b.row) }
}

function idsByName(units: readonly KnownUnit[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { id, name } of units) names.set(name.zh, [...(names.get(name.zh) ?? []), id])
  return names
}
