import type { PoolClient } from 'pg'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { derivedId } from '../../storage/write/ids.ts'
import { COUNTY_ID } from '../county/units.ts'

type Kept = {
  readonly unitId: string
  readonly postId: string
  readonly personName: string
  readonly title: string
  readonly body: string
  readonly procedure?: string
  /** How it read before. */
  readonly earlier?: string
}

const clerk = { unitId: COUNTY_ID, postId: 'clerk', personName: '周示例' }
const dongpu = { unitId: 'dongpu', postId: 'dongpu-clerk', personName: '蒋演示' }

/** Words that the centre and a township answer with. */
const TEXTS: readonly Kept[] = [
  {
    ...clerk,
    title: '受理告知',
    body: '您好，您反映的“{事由}”已经受理，编号{编号}，由{单位}办理，{期限}前答复您。进展可以用查询码查。',
    earlier: '您好，您反映的问题已经受理，编号{编号}，请等候答复。',
  },
  {
    ...clerk,
    title: '不属本中心，告知去向',
    body: '您反映的“{事由}”不属于本中心职责。请到____提出，地址、电话：____。如有不明白的，可以再来问我们。',
  },
  {
    ...clerk,
    title: '请补充材料',
    body: '为了把“{事由}”办清楚，还需要您补充：\n1. 现场照片；\n2. 发生的时间和具体位置。\n收到后办理时间重新起算。',
  },
  {
    ...clerk,
    procedure: 'report',
    title: '办结答复：已修复',
    body: '您反映的“{事由}”，{单位}已到现场查看，情况属实，现已修复。感谢您的反映；如再出现，请凭编号{编号}告诉我们。',
  },
  {
    ...clerk,
    procedure: 'petition',
    title: '信访事项受理告知',
    body: '您提出的信访事项“{事由}”（{编号}）已于{今天}受理，由{单位}办理，办理期限到{期限}。',
  },
  {
    ...clerk,
    procedure: 'dispute',
    title: '调解前告知',
    body: '调解自愿，不收费。您可以同意，也可以不同意；可以随时退出，不影响您向法院起诉。调解的时间定在____，地点在____。',
  },
  {
    ...dongpu,
    title: '已到现场，正在处理',
    body: '{单位}{今天}已到现场查看，正在处理，预计____完成，{期限}前答复您。',
    procedure: 'report',
  },
  { ...dongpu, title: '请镇便民服务中心协助', body: '请镇便民服务中心就“{事由}”（{编号}）提供情况，{期限}前回复。' },
]

const WRITE = `insert into answer_texts (tenant, id, version, unit_id, title, body, procedure, category, removed, at, post_id, person_name)
select $1, t.id, t.version, t.unit_id, t.title, t.body, t.procedure, null, false, t.at, t.post_id, t.person_name
from jsonb_to_recordset($2::jsonb) as t(id uuid, version integer, unit_id text, title text, body text, procedure text, at timestamptz,
  post_id text, person_name text)
on conflict do nothing`

const DAY_MS = 86_400_000

/** Keeps words that offices answer with. */
export async function writeDemoTexts(client: PoolClient, tenant: string, now: Instant): Promise<void> {
  const rows = TEXTS.flatMap(({ unitId, postId, personName, title, body, procedure, earlier }, order) => {
    const id = derivedId(Date.parse(now), 'demo-text', tenant, title)
    const kept = { id, unit_id: unitId, title, procedure, post_id: postId, person_name: personName }
    const at = (days: number) => addMilliseconds(now, -days * DAY_MS - order * 3_600_000)
    return earlier
      ? [
          { ...kept, version: 1, body: earlier, at: at(120) },
          { ...kept, version: 2, body, at: at(20) },
        ]
      : [{ ...kept, version: 1, body, at: at(60) }]
  })
  await client.query(WRITE, [tenant, JSON.stringify(rows)])
}
