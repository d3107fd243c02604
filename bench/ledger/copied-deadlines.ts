import { BENCH_TENANT, type BenchInstallation } from '../bench-installation.ts'

const COLUMNS = ['clock_id', 'deadline', 'state', 'due_on', 'provisional'] as const

/**
 * Gives the copies of the bench the time limits of their originals, as far back as they themselves lie, and what is open a last change near
 * its limit: without them nothing is late. Done once for a folder.
 */
export async function copyDeadlines(
  { database }: BenchInstallation,
  onProgress: (note: string) => void,
): Promise<void> {
  const { owner } = database
  const missing = `from matters m where m.tenant = $1 and m.reference ~ '-.*-.*-'
    and not exists (select from deadlines d where d.tenant = m.tenant and d.matter_id = m.id) and m.due_at is not null`
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n ${missing}`, [BENCH_TENANT])
  if (!rows[0]?.n) return
  onProgress('deadlines')
  const names = COLUMNS.join(', ')
  // A copy is numbered after its original.
  await owner.query(
    `with copies as (
      select m.id, o.id as original, o.opened_at - m.opened_at as shift
      from matters m join matters o on o.tenant = m.tenant and o.reference = substring(m.reference from '^(.*)-[^-]*$')
      where m.tenant = $1 and m.reference ~ '-.*-.*-')
    insert into deadlines (tenant, matter_id, ${names}, started_at, due_at, next_at, ended_at)
    select d.tenant, c.id, ${COLUMNS.map((name) => `d.${name}`).join(', ')}, d.started_at - shift, d.due_at - shift, d.next_at, d.ended_at - shift
    from deadlines d join copies c on c.original = d.matter_id where d.tenant = $1
    on conflict do nothing`,
    [BENCH_TENANT],
  )
  await owner.query('vacuum analyze deadlines')
}
