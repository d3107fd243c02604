import type { Pool } from 'pg'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { checkCounts } from '../../../storage/counts/kept/check.ts'
import { type Finding, finding } from '../finding.ts'

/** Offices that are looked at, and blocks of each (a kind and a month of registering): all of them is what `anlan verify` does. */
const MOST_TENANTS = 20
const BLOCKS = 4

/** Whether the kept counts are what the matters say: of some kinds and months by chance. */
export async function countFindings(owner: Pool): Promise<readonly Finding[]> {
  const { rows } = await owner.query<{ id: string }>('select tenant as id from tenants order by random() limit $1', [
    MOST_TENANTS,
  ])
  const wrong: string[] = []
  let matters = 0
  for (const { id } of rows) {
    const found = await checkCounts(databaseFor(owner, id), id, { sample: BLOCKS }).catch((cause: Error) => cause)
    if (found instanceof Error) return [unread(id, found)]
    matters += found?.matters ?? 0
    if (found && found.wrong.length > 0) wrong.push(`${id} ${found.wrong.join(', ')}`)
  }
  if (wrong.length === 0)
    return [
      finding('counts', 'good', [
        `存着的数抽查了${matters}件，都对`,
        `kept counts hold in a sample of ${matters} matters`,
      ]),
    ]
  return [
    finding(
      'counts',
      'bad',
      [`存着的数与事项不符：${wrong.join('；')}`, `kept counts are not what the matters say: ${wrong.join('; ')}`],
      [
        '先 anlan verify 看记录是不是完整，再 anlan counts --tenant 单位 --rebuild 重新数',
        'First anlan verify whether the records are whole, then count anew: anlan counts --tenant T --rebuild',
      ],
    ),
  ]
}

const unread = (tenant: string, { message }: Error) =>
  finding(
    'counts',
    'warn',
    [`${tenant} 存着的数没查成：${message}`, `the kept counts of ${tenant} could not be looked at: ${message}`],
    ['闲的时候运行 anlan counts --tenant 单位 --check', 'In a quiet hour run anlan counts --tenant T --check'],
  )
