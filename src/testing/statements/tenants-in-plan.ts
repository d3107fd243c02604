import type { Pool } from 'pg'
import type { Sent } from './recorded.ts'

/** A step of PostgreSQL's plan, as EXPLAIN tells it. */
type Step = {
  readonly 'Node Type': string
  readonly Operation?: string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly Output?: readonly string[]
  readonly Plans?: readonly Step[]
  readonly [more: string]: unknown
}

/** What of a statement reaches rows without saying of which tenant; and which tenants it names. */
export type Reach = { readonly loose: readonly string[]; readonly tenants: readonly string[] }

/** Begin, commit, settings: nothing that reads or writes rows. */
const NO_ROWS = /^\s*(begin|commit|rollback|start transaction|set|savepoint|release|lock|show|copy)\b/i

/** Tables of the installation and of no office; accounts have a schema of their own. */
export const OF_NO_TENANT: readonly string[] = ['migrations', 'wrapping_keys']

const isByTenant = ({ Schema: schema, 'Relation Name': name = '' }: Step) =>
  schema === 'public' && !OF_NO_TENANT.includes(name)

/**
 * Reads from PostgreSQL's own plan whether a statement says of each table which tenant it means. Planned as the owner, whom row-level
 * security does not bind, for values that are not known: so whatever the plan asks stands in the statement itself.
 * @returns undefined for what touches no rows
 */
export async function reachOf(owner: Pool, { text: statement, values }: Sent): Promise<Reach | undefined> {
  if (NO_ROWS.test(statement)) return undefined
  const { rows } = await owner.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
    `explain (generic_plan, verbose, costs off, format json) ${statement}`,
  )
  const loose: string[] = []
  const tenants = new Set<string>()
  const walk = (step: Step): void => {
    if (step['Relation Name'] && isByTenant(step)) {
      const said = saidOf(step)
      if (said.length === 0) loose.push(`${step['Node Type']} on ${step['Relation Name']}`)
      for (const value of said) if (value.startsWith('$')) tenants.add(String(values[Number(value.slice(1)) - 1]))
    }
    for (const inner of step.Plans ?? []) walk(inner)
  }
  for (const { 'QUERY PLAN': plan } of rows) walk(plan[0].Plan)
  return { loose, tenants: [...tenants] }
}

/** How a step says which tenant it means: a parameter, a column of another table, or a value. */
function saidOf(step: Step): string[] {
  if (step['Node Type'] === 'ModifyTable')
    // What is changed or removed was found by a step below, which is asked itself.
    return step.Operation === 'Insert' ? firstWritten(step) : ['below']
  const conditions = [step, ...bitmapsOf(step)]
    .flatMap((one) => ['Index Cond', 'Recheck Cond', 'Filter', 'TID Cond'].map((key) => one[key]))
    .filter((each) => typeof each === 'string')
    .join(' AND ')
  return [...conditions.matchAll(/\btenant\)?(?:::text)? = (\(?[\w$.'"]+)/g)].map(([, value = '']) =>
    value.replace('(', ''),
  )
}

/** What an index is asked for stands in the steps below that read it. */
const bitmapsOf = (step: Step): Step[] =>
  step['Node Type'] === 'Bitmap Heap Scan' ? (step.Plans ?? []).flatMap((one) => [one, ...(one.Plans ?? [])]) : []

/** The tenant is the first column of each table. */
function firstWritten(step: Step): string[] {
  // What a branch before it did comes first.
  const first = step.Plans?.find((one) => one['Parent Relationship'] === 'Outer')?.Output?.[0]
  return first === undefined ? [] : [first.replace(/::text$/, '').replace(/^\((.*)\)$/, '$1')]
}
