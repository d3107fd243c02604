import { ROLES, type Role } from '../../domain/unit/role.ts'
import type { RefusedRow, RowIssue } from '../../domain/views/admin-views.ts'
import type { IssueRule } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { KnownUnit } from './read-units.ts'
import { type TableRow, tableRows } from './table-text.ts'

/** Columns of a list of people and posts: one row for each post somebody holds, or for a post nobody holds yet. */
export const PEOPLE_COLUMNS = {
  name: { headings: ['姓名', 'name'] },
  username: { headings: ['账号', 'username', '用户名'] },
  unit: { headings: ['单位', 'unit', '单位编码'], required: true },
  title: { headings: ['岗位', 'post', '岗位名称'], required: true },
  roles: { headings: ['角色', 'roles'], required: true },
  titleEn: { headings: ['英文岗位', 'post_en'] },
} as const

/** A post with its holder. Without `username` the post stays vacant. */
export type ListedPost = {
  readonly row: number
  readonly unitId: string
  readonly title: Text
  readonly roles: readonly Role[]
  readonly name?: string
  readonly username?: string
}

export type ReadPeople = { readonly posts: readonly ListedPost[]; readonly refused: readonly RefusedRow[] }

/** Roles that a post can carry: residents and the system hold none. */
export const POST_ROLES: readonly Role[] = (Object.keys(ROLES) as Role[]).filter(
  (role) => role !== 'reporter' && role !== 'system',
)

/** As a list of people names them. */
const ROLE_NAMES = POST_ROLES.map((role) => ROLES[role].title.zh).join('、')

/** Letters, digits and what stands in addresses; Chinese names too. */
export const USERNAME = /^[\p{L}\p{N}._-]{2,40}$/u

/** Reads a list of people and posts. @throws AnlanError import-refused */
export function readPeople(csv: string, units: readonly KnownUnit[]): ReadPeople {
  const read = tableRows(csv, PEOPLE_COLUMNS).map((row) => readRow(row, units))
  return {
    posts: read.flatMap(({ post }) => (post ? [post] : [])),
    refused: read.flatMap(({ row, issues }) => (issues.length > 0 ? [{ row, issues }] : [])),
  }
}

/** Role names in Chinese or English or their ids, with any comma, slash or space between. Undefined for one that is none. */
export function rolesOf(words: string): Role[] | undefined {
  const roles = words
    .split(/[,，、;；/|]+/)
    .map((word) => word.trim())
    .filter(Boolean)
    .flatMap((word) => (roleNamed(word) ? [roleNamed(word)] : word.split(/\s+/).map(roleNamed)))
  return roles.length > 0 && roles.every((role) => role !== undefined) ? [...new Set(roles as Role[])] : undefined
}

const roleNamed = (word: string): Role | undefined => POST_ROLES.find((role) => isNameOf(role, word))

/** A post of an office is often written without its last letter: 受理 for 受理岗. */
const isNameOf = (role: Role, word: string) => {
  const { zh, en } = ROLES[role].title
  return [role, zh, zh.replace(/岗$/, ''), en, en.replaceAll(' ', '')].some(
    (name) => name.toLowerCase() === word.toLowerCase(),
  )
}

type Row = TableRow<typeof PEOPLE_COLUMNS>

function readRow({ row, cells }: Row, units: readonly KnownUnit[]) {
  const { name, username, unit = '', title = '', titleEn } = cells
  const found = unitsNamed(units, unit)
  const roles = rolesOf(cells.roles ?? '')
  const issues: RowIssue[] = [
    ...need(unit !== '', 'unit', 'required'),
    ...need(unit === '' || found.length > 0, 'unit', 'not-a-unit'),
    ...need(found.length < 2, 'unit', 'ambiguous'),
    ...need(title !== '', 'title', 'required'),
    ...need(title.length <= 60, 'title', 'too-long', 60),
    ...need(roles !== undefined || !cells.roles, 'roles', 'not-an-option', ROLE_NAMES),
    ...need(Boolean(cells.roles), 'roles', 'required'),
    ...need(!username || Boolean(name), 'name', 'required'),
    ...need(!name || Boolean(username), 'username', 'required'),
    ...need(!name || (name.length >= 2 && name.length <= 40), 'name', 'wrong-form'),
    ...need(!username || USERNAME.test(username), 'username', 'wrong-form', 'zhangsan'),
  ]
  if (issues.length > 0) return { row, issues }
  const post: ListedPost = {
    row,
    unitId: found[0]?.id ?? '',
    title: { zh: title, en: titleEn ?? title },
    roles: roles ?? [],
    ...(name && username ? { name, username: username.toLowerCase() } : {}),
  }
  return { row, issues, post }
}

function need(holds: boolean, column: keyof typeof PEOPLE_COLUMNS, rule: IssueRule, limit?: number | string) {
  if (holds) return []
  const issue: RowIssue = { field: column, column: PEOPLE_COLUMNS[column].headings[0], rule }
  return [limit === undefined ? issue : { ...issue, limit }]
}

/** A unit by its code, its name, or its name behind those above: `东浦镇/下塘村`. */
function unitsNamed(units: readonly KnownUnit[], words: string): KnownUnit[] {
  const byId = units.find(({ id }) => id === words)
  if (byId) return [byId]
  const [last = '', ...above] = words
    .split(/[/／>]/)
    .map((each) => each.trim())
    .reverse()
  return units.filter((unit) => unit.name.zh === last && liesBelow(unit, above, units))
}

function liesBelow(unit: KnownUnit, above: readonly string[], units: readonly KnownUnit[]): boolean {
  const [nearest, ...higher] = above
  if (nearest === undefined) return true
  const parent = units.find(({ id }) => id === unit.parentId)
  return parent !== undefined && parent.name.zh === nearest && liesBelow(parent, higher, units)
}
