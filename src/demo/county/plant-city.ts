import type { Actor } from '../../domain/matter/actor.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Installation } from '../../server/installation.ts'
import { setTie } from '../../storage/admin/office-ties.ts'
import { idThere } from '../../storage/crossing/crossing-id.ts'
import { sendMatter } from '../../storage/crossing/send-matter.ts'
import { createTenant } from '../../storage/tenants/create-tenant.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import { COUNTY_ID } from './units.ts'

const CITY = 'yunchuan'
const NAME = { zh: '云川市综治中心', en: 'Yunchuan City Centre' }
const CALL = '0000-2345678'

const PEOPLE = `insert into people (tenant, id, name) values ($1, 'intake-holder', '柳示例') on conflict do nothing`
const POSTS = `insert into posts (tenant, id, unit_id, title, roles, person_id, confirmed_person_id, confirmed_roles)
  values ($1, 'intake', $1, $2, $3, 'intake-holder', 'intake-holder', $3) on conflict do nothing`
const AGREED = `update office_ties set takes_in = $3, agreed_at = $4, agreed_by = '钱虚拟', other_agreed_at = $4 where tenant = $1 and other = $2`
const RISK = {
  title: '输油管道穿越三县，部分管段老化',
  category: 'publicSafety',
  description: '管道穿过本县和邻近两县，一段已用二十七年，检测有减薄；单靠本县停不了输。',
  place: '县域东段管廊',
}
const GRADED = {
  likelihood: '4',
  impact: '5',
  inherentLevel: 'major',
  targetLikelihood: '2',
  targetImpact: '4',
  basis: '管道检测报告和应急局会商纪要。',
}

/**
 * The city above the demo county: an office with one post and no account, that has taken in one risk of the county. Nobody signs in
 * there; it shows what a matter looks like that went up. @returns how many matters of the county that makes
 */
export async function plantCity({ owner, deps }: Installation, county: string): Promise<number> {
  const at = deps.now()
  await createTenant(owner, {
    tenant: CITY,
    name: NAME,
    createdAt: at,
    root: { id: CITY, kind: 'city', name: { zh: '云川市', en: 'Yunchuan City' } },
  })
  await owner.query(PEOPLE, [CITY])
  await owner.query(POSTS, [
    CITY,
    JSON.stringify({ zh: '市综治中心受理岗', en: 'City intake' }),
    ['clerk', 'triageOfficer'],
  ])
  const because = '云政办〔2026〕3号'
  const intake = { zh: '受理岗', en: 'Intake' }
  await setTie(owner, { tenant: county, other: CITY, stands: 'above', name: NAME, intake, call: CALL, because, at })
  const countyName = { zh: '清澜县综治中心', en: 'Qinglan Governance Centre' }
  await setTie(owner, { tenant: CITY, other: county, stands: 'below', name: countyName, intake, because, at })
  await owner.query(AGREED, [county, CITY, COUNTY_ID, at])
  await owner.query(AGREED, [CITY, county, CITY, at])
  for (const tenant of [county, CITY]) deps.rulebooks.forget(tenant)
  await sendOneUp({ deps }, county)
  return 1
}

/** A risk too great for the county is registered, graded and sent up, and the city takes it in. */
async function sendOneUp({ deps }: Pick<Installation, 'deps'>, county: string): Promise<void> {
  const { directory } = await deps.rulebooks.of(county)
  const at = (tenant: string, postId: string, personId: string, roles: Actor['roles'], unitId: string): Actor => ({
    ...{ tenant, postId, personId, roles, unitId },
    unitPath: `/${unitId}/`,
  })
  const here = (postId: string) => {
    const post = directory.posts[postId]
    return at(county, postId, post?.holder?.personId ?? postId, post?.roles ?? [], COUNTY_ID)
  }
  const open = { type: 'OpenMatter', procedure: 'risk', channel: 'inspection', unitId: COUNTY_ID, form: RISK } as const
  const { matter } = await handleAndFollow(deps, { actor: here('triage'), command: open })
  const take = (step: string, actor: Actor, matterId: string, form?: FormValues) =>
    handleAndFollow(deps, { actor, matterId, command: { type: 'TakeStep', step, ...(form ? { form } : {}) } })
  await take('assess', here('triage'), matter.id, GRADED)
  const { matter: sent } = await take('sendUp', here('leader'), matter.id, {
    office: CITY,
    crossingBasis: '《中华人民共和国突发事件应对法》',
    crossingWhy: '风险跨县，要市里统筹。',
  })
  const last = sent.sent?.at(-1)
  if (!last) throw new Error('the risk of the demo was not sent')
  await sendMatter(deps, sent, last.version)
  const there = idThere({ tenant: county, matterId: matter.id, version: last.version, at: last.at })
  await take('takeIn', at(CITY, 'intake', 'intake-holder', ['clerk', 'triageOfficer'], CITY), there)
}
