import type { Page } from 'playwright-core'
import type { FormValues } from '../../src/domain/procedure/form.ts'
import { POSTS } from '../../src/testing/people.ts'
import { type JourneyServer, PASSWORD } from './journey-server.ts'

/** Words that people typed; they stay as they are in every language. */
export const TYPED = {
  hazard: '沿河仓库消防通道被堵',
  dispute: '两家宅基地边界争执',
  report: '村口路灯不亮',
  late: '老化燃气管没有换',
  risk: '汛期河堤渗水',
  task: '全县燃气软管排查',
  rectification: '巡查表漏了村道桥',
  aar: '三月渗水处置复盘',
  place: '沿河路12号',
  note: '现场看过，情况属实',
  article: '《消防法》第二十八条',
  company: '示例仓储公司',
  party: '周某',
  survey: '东浦镇安全感调查',
} as const

const NAMES = POSTS.flatMap(({ id, holder }) => (holder ? [id, holder.name, holder.name.slice(0, 1)] : []))
/** What is data and not a word of ours: names and sign-in names of people, and what they typed. */
export const DATA: readonly string[] = [...Object.values(TYPED), ...NAMES]

export type Planted = Readonly<Record<'hazard' | 'dispute' | 'report', string>>

type Desk = { readonly page: Page; readonly ask: (path: string, body: unknown) => Promise<Reply> }
type Reply = { readonly id: string; readonly version: number }

/** A signed-in window, without the pictures of signing in. */
export async function enter(journey: JourneyServer, page: Page, username: string): Promise<Desk> {
  const ask = async (path: string, data: unknown) => {
    const headers = { 'idempotency-key': crypto.randomUUID(), origin: journey.url }
    const answer = await page.request.post(path, { data, headers })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as Reply
  }
  await ask('/api/auth/sign-in/username', { username, password: PASSWORD })
  return { page, ask }
}

/** Some matters of every kind, one of them late, one handed on, so that every page has something to show. */
export async function plantMatters(journey: JourneyServer): Promise<Planted> {
  for (const post of ['triage', 'inspector', 'dongpu-mediator', 'reviewer']) await journey.account(post)
  const desk = async (post: string) => enter(journey, await journey.visit(), post)
  const [triage, inspector, mediator, reviewer] = [
    await desk('triage'),
    await desk('inspector'),
    await desk('dongpu-mediator'),
    await desk('reviewer'),
  ]
  const { place, note } = TYPED
  const where = { place, placeUnit: 'xiatang' }

  const late = await open(inspector, 'hazard', { title: TYPED.late, category: 'gas', description: note, ...where })
  await inspector.ask(`/api/matters/${late.id}/steps/grade`, step(late, { level: 'general', criterion: note }))
  journey.passes(8 * 24 * 60)
  const hazard = await open(inspector, 'hazard', {
    title: TYPED.hazard,
    category: 'building',
    description: note,
    ...where,
  })
  const graded = await inspector.ask(
    `/api/matters/${hazard.id}/steps/grade`,
    step(hazard, { level: 'major', criterion: note }),
  )
  await inspector.ask(`/api/matters/${hazard.id}/steps/issueMajorOrder`, step(graded, ORDER))
  const report = await open(triage, 'report', {
    title: TYPED.report,
    category: 'facility',
    description: note,
    ...where,
    contactPhone: '13800000000',
  })
  const accepted = await triage.ask(`/api/matters/${report.id}/steps/accept`, step(report, { difficulty: 'ordinary' }))
  await triage.ask(
    `/api/matters/${report.id}/steps/triage`,
    step(accepted, { route: 'risk', toUnit: 'dongpu', riskDimension: 'publicSafety' }),
  )
  const dispute = await open(mediator, 'dispute', {
    title: TYPED.dispute,
    category: 'housing',
    description: note,
    difficulty: 'ordinary',
    partyA: TYPED.party,
    partyAPhone: '13800000000',
    ...where,
  })
  await open(triage, 'risk', { title: TYPED.risk, category: 'publicSafety', description: note, ...where })
  await open(triage, 'task', { title: TYPED.task, description: note, dueOn: '2026-03-20' })
  await open(triage, 'rectification', { title: TYPED.rectification, measure: note, dueOn: '2026-03-11' })
  await open(reviewer, 'aar', { title: TYPED.aar, description: note })
  return { hazard: hazard.id, dispute: dispute.id, report: report.id }
}

const ORDER: FormValues = {
  documentNo: '〔2026〕1',
  servedOn: '2026-03-10',
  legalBasis: TYPED.article,
  responsibleUnit: TYPED.company,
  responsiblePerson: '示例负责人',
  measures: TYPED.note,
  rectifyBy: '2026-04-10',
  unit: 'qinglan',
  owner: 'handler',
  interimMeasures: TYPED.note,
  stopWork: 'partial',
}

const open = ({ ask }: Desk, procedure: string, form: FormValues) =>
  ask('/api/matters', { procedure, channel: 'window', form })

const step = ({ version }: Reply, form: FormValues) => ({ seenVersion: version, form })
