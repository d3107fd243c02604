import { type Text, text } from '../wording/text.ts'

/** In what capacity somebody acts. Roles come with posts; a procedure says which roles may take which step. */
export const ROLES = {
  reporter: { title: text('反映人', 'Reporter'), duty: text('反映问题，补充，撤回', 'Reports, adds, withdraws') },
  clerk: {
    title: text('受理岗', 'Intake clerk'),
    duty: text('登记、受理、告知、回访', 'Registers, accepts, tells, calls back'),
  },
  triageOfficer: {
    title: text('分流督办岗', 'Triage officer'),
    duty: text('分流、交办、催办', 'Routes, assigns, urges'),
  },
  inspector: {
    title: text('检查岗', 'Inspector'),
    duty: text('检查、定级、下达整改指令', 'Inspects, grades, orders rectification'),
  },
  handler: {
    title: text('承办岗', 'Handler'),
    duty: text('承办、整改、提交材料', 'Handles, rectifies, files evidence'),
  },
  verifier: {
    title: text('复查岗', 'Verifier'),
    duty: text('复查、验收，不能是经办人', 'Reinspects and accepts; never the handler'),
  },
  mediator: {
    title: text('调解员', 'Mediator'),
    duty: text('调解、促成协议、回访履行', 'Mediates, records agreement, follows up'),
  },
  leader: {
    title: text('分管领导', 'Leader in charge'),
    duty: text('督办、批准延期、挂牌销号', 'Supervises, approves extensions, lists and delists'),
    oversees: true,
  },
  president: {
    title: text('院长', 'President of the court'),
    duty: text('审判监督，批准延长审限、补充扣除', 'Supervises trials, grants more time'),
    oversees: true,
  },
  divisionHead: {
    title: text('庭长', 'Head of division'),
    duty: text('分案、审核、协调，不替法官裁判', 'Allots cases and checks; judges decide'),
    oversees: true,
  },
  judge: {
    title: text('法官', 'Judge'),
    duty: text('审理、裁判、执行', 'Hears, decides, enforces'),
  },
  courtClerk: {
    title: text('书记员、法官助理', 'Clerk of court'),
    duty: text('立案、排期、送达、归档', 'Files, schedules, serves, archives'),
  },
  dutyOfficer: {
    title: text('值班员', 'Duty officer'),
    duty: text('值守、接报、首报、交接；谁当班谁是', 'Answers, receives and reports; whoever is on the shift'),
    awake: true,
  },
  reviewer: {
    title: text('复盘主持', 'Reviewer'),
    duty: text('主持复盘，定问题和举一反三', 'Leads reviews, draws lessons'),
  },
  administrator: {
    title: text('管理员', 'Administrator'),
    duty: text('单位、岗位、人员和规则', 'Units, posts, people and rules'),
  },
  auditor: {
    title: text('审计岗', 'Auditor'),
    duty: text('核验记录，查看打开记录', 'Verifies records and the log of openings'),
  },
  system: { title: text('系统', 'System'), duty: text('到点提醒、标逾期、升级', 'Warns, marks overdue, escalates') },
} as const satisfies Record<string, { title: Text; duty: Text; oversees?: true; awake?: true }>

export type Role = keyof typeof ROLES

/** A role that may step in for those it oversees, but does not do their daily work. */
export const oversees = (role: Role): boolean => 'oversees' in ROLES[role]

/** Roles told at once at any hour: whoever is on a shift is there for that. */
export const AWAKE_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => 'awake' in ROLES[role])

/** Whether a word is the name of a role. */
export const isRole = (word: string): word is Role => word in ROLES

/** Roles that open the reporter vault, or that administer and confirm: they begin when a second person has confirmed the holder. */
export const CONFIRMED_ROLES: readonly Role[] = ['clerk', 'administrator', 'auditor']
