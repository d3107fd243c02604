import type { Role } from '../../domain/unit/role.ts'
import type { Post } from '../../domain/unit/unit.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { COUNTY_ID, DEPARTMENTS, TOWNSHIPS } from './units.ts'

type Seat = {
  readonly id: string
  readonly unitId: string
  readonly title: Text
  readonly roles: readonly Role[]
  readonly name?: string
}

const seat = (id: string, unitId: string, zh: string, en: string, roles: readonly Role[], name?: string): Seat => ({
  id,
  unitId,
  title: text(zh, en),
  roles,
  ...(name ? { name } : {}),
})

/** The county's own desk. Names that a demo sign-in uses are fixed; every other holder gets an invented one. */
const COUNTY_SEATS: readonly Seat[] = [
  seat('clerk', COUNTY_ID, '综治中心受理岗', 'Intake desk', ['clerk'], '周示例'),
  seat('clerk-2', COUNTY_ID, '综治中心回访岗', 'Call-back desk', ['clerk', 'verifier']),
  seat('triage', COUNTY_ID, '分流督办岗', 'Routing and supervision', ['triageOfficer', 'clerk'], '吴范本'),
  seat('handler', COUNTY_ID, '综治中心承办岗', 'Handling desk', ['handler']),
  seat('mediator', COUNTY_ID, '县调解中心调解员', 'County mediator', ['mediator'], '孙示范'),
  seat('mediator-2', COUNTY_ID, '县调解中心调解员', 'County mediator', ['mediator', 'handler']),
  seat('leader', COUNTY_ID, '分管副县长', 'Vice county head', ['leader'], '李范例'),
  seat('leader-2', COUNTY_ID, '综治中心主任', 'Head of the centre', ['leader', 'triageOfficer']),
  seat('reviewer', COUNTY_ID, '复盘主持岗', 'Review lead', ['reviewer', 'leader'], '赵举例'),
  seat('administrator', COUNTY_ID, '系统管理岗', 'Administrator', ['administrator'], '钱虚拟'),
  seat('auditor', COUNTY_ID, '审计岗', 'Auditor', ['auditor'], '冯试验'),
  seat('inspector', 'safety', '执法一岗', 'Inspection desk 1', ['inspector'], '郑虚构'),
  seat('safety-handler', 'safety', '执法二岗', 'Inspection desk 2', ['handler', 'inspector'], '王样本'),
  seat('safety-verifier', 'safety', '复查岗', 'Reinspection desk', ['verifier'], '陈样例'),
  seat('safety-leader', 'safety', '应急局分管局长', 'Deputy head, safety', ['leader']),
  seat('court-clerk', 'court', '诉讼服务岗', 'Litigation service', ['clerk', 'triageOfficer']),
  seat('court-mediator', 'court', '特邀调解员', 'Court mediator', ['mediator', 'handler']),
  seat('court-leader', 'court', '立案庭庭长', 'Head of filing', ['leader', 'verifier']),
]

const BUSY = ['housing', 'market', 'fire', 'labour', 'transport']

const departmentSeats = DEPARTMENTS.filter(([id]) => id !== 'safety').flatMap(([id, , en, short]) => [
  seat(`${id}-handler`, id, `${short}承办岗`, `${en}: handling`, ['handler', 'inspector', 'clerk']),
  ...(BUSY.includes(id)
    ? [seat(`${id}-verifier`, id, `${short}复查岗`, `${en}: verification`, ['verifier', 'leader'])]
    : []),
])

const NAMED_TOWNSHIP: Readonly<Record<string, string>> = { dongpu: '蒋演示' }

const townshipSeats = TOWNSHIPS.flatMap(({ id, zh, en }) => [
  seat(`${id}-clerk`, id, `${zh}受理岗`, `${en}: intake`, ['clerk', 'triageOfficer', 'handler'], NAMED_TOWNSHIP[id]),
  seat(`${id}-mediator`, id, `${zh}调解员`, `${en}: mediator`, ['mediator', 'inspector', 'handler']),
  seat(`${id}-leader`, id, `${zh}分管领导`, `${en}: leader`, ['leader', 'verifier', 'reviewer']),
])

/** Two villages of each township have a grid worker of their own; the others are looked after by the township. */
const villageSeats = TOWNSHIPS.flatMap(({ id, villages }) =>
  villages
    .slice(0, 2)
    .map(([village, zh, en]) =>
      seat(
        `${village}-grid`,
        village,
        `${zh}网格员`,
        `${en}: grid worker`,
        ['handler', 'inspector', 'mediator'],
        id === 'liuhe' && village === 'xiatang' ? '朱假设' : undefined,
      ),
    ),
)

const TRIBUNALS = [
  'court-civil-1',
  'court-civil-2',
  'court-criminal',
  'court-administrative',
  'court-tribunal',
] as const

/** Judges of a division, its head and its clerk; of the first civil division people with a sign-in. */
const divisionSeats = TRIBUNALS.flatMap((id) => {
  const named = id === 'court-civil-1'
  return [
    seat(`${id}-head`, id, '庭长', 'Head of division', ['divisionHead', 'judge'], named ? '罗举样' : undefined),
    seat(`${id}-judge`, id, '法官', 'Judge', ['judge'], named ? '梁例举' : undefined),
    seat(`${id}-judge-2`, id, '法官', 'Judge', ['judge']),
    seat(`${id}-clerk`, id, '法官助理、书记员', 'Clerk of court', ['courtClerk'], named ? '宋设想' : undefined),
  ]
})

/** The court beside those who serve its visitors: nobody of the county's line decides here. */
const COURT_SEATS: readonly Seat[] = [
  seat('court-president', 'court', '院长', 'President', ['president'], '高范文'),
  seat('court-president-2', 'court', '副院长', 'Vice president', ['president']),
  seat('court-filing-head', 'court-filing', '立案庭庭长', 'Head of filing', ['divisionHead', 'judge']),
  seat('court-filing-clerk', 'court-filing', '立案岗', 'Filing desk', ['courtClerk'], '于样板'),
  seat('court-filing-mediator', 'court-filing', '特邀调解员', 'Court mediator', ['mediator', 'courtClerk']),
  ...divisionSeats,
  seat('court-enforcement-head', 'court-enforcement', '执行局局长', 'Head of enforcement', ['divisionHead', 'judge']),
  seat('court-enforcement-judge', 'court-enforcement', '执行法官', 'Enforcement judge', ['judge'], '邓示例'),
  seat('court-enforcement-judge-2', 'court-enforcement', '执行法官', 'Enforcement judge', ['judge']),
  seat('court-enforcement-clerk', 'court-enforcement', '执行书记员', 'Clerk of enforcement', ['courtClerk']),
  seat('court-management-head', 'court', '审判管理办公室主任', 'Head of trial management', ['divisionHead'], '曾拟定'),
  seat('court-archive', 'court', '诉讼档案岗', 'Archive desk', ['courtClerk']),
  seat('court-inspectorate', 'court', '督察室', 'Supervision office', ['auditor'], '程拟例'),
]

const SEATS = [...COUNTY_SEATS, ...departmentSeats, ...townshipSeats, ...villageSeats, ...COURT_SEATS]

const SURNAMES = Array.from('沈韩杨秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方俞任袁柳史唐薛雷贺倪汤')
const GIVEN = ['样张', '模拟', '示意', '试样', '例证', '拟名', '设例', '样稿', '示样', '仿真']

/** Duty desks of the county and of two towns: nobody holds them, whoever is on the shift stands in. */
export const DEMO_DESKS: readonly Post[] = (
  [
    [COUNTY_ID, '县总值班室', 'County duty desk'],
    ['dongpu', '东浦镇值班室', 'Dongpu duty desk'],
    ['liuhe', '柳河镇值班室', 'Liuhe duty desk'],
  ] as const
).map(([unitId, zh, en]) => ({ id: `${unitId}-desk`, unitId, title: text(zh, en), roles: ['dutyOfficer'] }))

/** All posts with their holders. Nobody of these names and posts exists. */
export const DEMO_POSTS: readonly Post[] = SEATS.map(({ id, unitId, title, roles, name }, index) => ({
  id,
  unitId,
  title,
  roles,
  holder: {
    personId: `person-${id}`,
    name: name ?? `${SURNAMES[index % SURNAMES.length]}${GIVEN[index % GIVEN.length]}`,
  },
}))
