import type { Actor } from '../domain/matter/actor.ts'
import type { Role } from '../domain/unit/role.ts'
import type { Directory, Office, Post, Unit, UnitKind } from '../domain/unit/unit.ts'
import { text } from '../domain/wording/text.ts'

const unit = (
  id: string,
  parentId: string | undefined,
  path: string,
  kind: UnitKind,
  zh: string,
  en: string,
): Unit => ({ id, path, kind, name: text(zh, en), ...(parentId ? { parentId } : {}) })

/** A small invented county: a centre, a bureau, two townships, three villages. */
export const UNITS: readonly Unit[] = [
  unit('qinglan', undefined, '/qinglan/', 'county', '清澜县', 'Qinglan County'),
  unit('centre', 'qinglan', '/qinglan/centre/', 'centre', '县综治中心', 'Governance centre'),
  unit('safety', 'qinglan', '/qinglan/safety/', 'department', '县应急管理局', 'Safety bureau'),
  unit('court', 'qinglan', '/qinglan/court/', 'court', '清澜县人民法院', 'Qinglan County Court'),
  unit('court-civil', 'court', '/qinglan/court/court-civil/', 'court', '民事审判庭', 'Civil Division'),
  unit('court-enforcement', 'court', '/qinglan/court/court-enforcement/', 'court', '执行局', 'Enforcement Bureau'),
  unit('dongpu', 'qinglan', '/qinglan/dongpu/', 'township', '东浦镇', 'Dongpu Town'),
  unit('yunxi', 'qinglan', '/qinglan/yunxi/', 'township', '云溪镇', 'Yunxi Town'),
  unit('xiatang', 'dongpu', '/qinglan/dongpu/xiatang/', 'village', '下塘村', 'Xiatang Village'),
  unit('qingshi', 'dongpu', '/qinglan/dongpu/qingshi/', 'village', '青石村', 'Qingshi Village'),
  unit('beitang', 'yunxi', '/qinglan/yunxi/beitang/', 'village', '北塘村', 'Beitang Village'),
]

const post = (id: string, unitId: string, zh: string, en: string, roles: readonly Role[], name: string): Post => ({
  id,
  unitId,
  title: text(zh, en),
  roles,
  holder: { personId: `person-${id}`, name },
})

/** One post for each role at the county, some in the townships. Two handlers, so that one can verify the other. */
export const POSTS: readonly Post[] = [
  post('clerk', 'qinglan', '受理岗', 'Intake', ['clerk'], '周示例'),
  post('triage', 'qinglan', '分流督办岗', 'Triage', ['triageOfficer', 'clerk'], '吴范本'),
  post('inspector', 'qinglan', '检查岗', 'Inspector', ['inspector'], '郑虚构'),
  post('handler', 'qinglan', '承办岗', 'Handler', ['handler', 'verifier'], '王样本'),
  post('verifier', 'qinglan', '复查岗', 'Verifier', ['verifier', 'handler'], '陈样例'),
  post('mediator', 'qinglan', '调解岗', 'Mediator', ['mediator'], '孙示范'),
  post('leader', 'qinglan', '分管领导', 'Leader', ['leader'], '李范例'),
  post('reviewer', 'qinglan', '复盘岗', 'Reviewer', ['reviewer'], '赵举例'),
  post('administrator', 'qinglan', '管理岗', 'Administrator', ['administrator'], '钱虚拟'),
  post('auditor', 'qinglan', '审计岗', 'Auditor', ['auditor'], '冯试验'),
  post('dongpu-clerk', 'dongpu', '东浦镇受理岗', 'Dongpu intake', ['clerk', 'triageOfficer', 'handler'], '蒋演示'),
  post('dongpu-mediator', 'dongpu', '东浦镇调解岗', 'Dongpu mediator', ['mediator', 'handler'], '沈样张'),
  post('dongpu-leader', 'dongpu', '东浦镇分管领导', 'Dongpu leader', ['leader', 'verifier'], '韩模拟'),
  post('yunxi-clerk', 'yunxi', '云溪镇受理岗', 'Yunxi intake', ['clerk', 'handler'], '杨示意'),
  post('court-president', 'court', '院长', 'President', ['president'], '高范文'),
  post('court-filing', 'court', '立案岗', 'Filing desk', ['courtClerk'], '于样板'),
  post('court-filing-judge', 'court', '立案法官', 'Filing judge', ['judge'], '计试用'),
  post('court-head', 'court-civil', '庭长', 'Head of division', ['divisionHead', 'judge'], '罗举样'),
  post('court-judge', 'court-civil', '法官', 'Judge', ['judge'], '梁例举'),
  post('court-judge-2', 'court-civil', '法官', 'Judge', ['judge'], '丁仿真'),
  post('court-clerk', 'court-civil', '书记员', 'Clerk of court', ['courtClerk'], '宋设想'),
  post('court-executor', 'court-enforcement', '执行法官', 'Enforcement judge', ['judge'], '邓示例'),
  post(
    'court-executor-head',
    'court-enforcement',
    '执行局局长',
    'Head of enforcement',
    ['divisionHead', 'judge'],
    '程试样',
  ),
  post('xiatang-grid', 'xiatang', '下塘村网格岗', 'Xiatang grid', ['handler', 'inspector', 'mediator'], '朱假设'),
]

/** A duty desk: nobody holds it, whoever is on the shift stands in for it. */
const desk = (id: string, unitId: string, zh: string, en: string): Post => ({
  id,
  unitId,
  title: text(zh, en),
  roles: ['dutyOfficer'],
})

/** Two desks, beside the posts that somebody holds. */
export const DESKS: readonly Post[] = [
  desk('county-desk', 'qinglan', '县总值班室', 'County duty desk'),
  desk('dongpu-desk', 'dongpu', '东浦镇值班室', 'Dongpu duty desk'),
]

export const TEST_TENANT = 'qinglan'

/** Offices that the county agreed with: the city above, a county below no real one would have, a neighbour. */
export const OFFICES: readonly Office[] = [
  {
    tenant: 'yunchuan',
    name: text('云川市', 'Yunchuan City'),
    stands: 'above',
    intake: text('市综治中心', 'City centre'),
  },
  { tenant: 'muhe', name: text('木禾街道', 'Muhe'), stands: 'below', intake: text('街道受理岗', 'Intake') },
  { tenant: 'donghe', name: text('东河县', 'Donghe County'), stands: 'beside', intake: text('县综治中心', 'Centre') },
].map((office) => ({ ...office, stands: office.stands as Office['stands'], takesIn: 'centre', agreed: true }))

export const DIRECTORY: Directory = {
  units: Object.fromEntries(UNITS.map((each) => [each.id, each])),
  posts: Object.fromEntries([...POSTS, ...DESKS].map((each) => [each.id, each])),
  offices: Object.fromEntries(OFFICES.map((each) => [each.tenant, each])),
}

/** The person in a post of the invented county, acting. */
export function actorOf(postId: string, directory = DIRECTORY): Actor {
  const held = directory.posts[postId]
  const at = held && directory.units[held.unitId]
  if (!held || !at) throw new Error(`no post ${postId} in the test county`)
  return {
    tenant: TEST_TENANT,
    personId: held.holder?.personId ?? 'nobody',
    postId,
    unitId: at.id,
    unitPath: at.path,
    roles: held.roles,
  }
}
