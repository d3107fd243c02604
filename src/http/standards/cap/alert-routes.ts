import { type Context, Hono } from 'hono'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Alert, AlertRule } from '../../../domain/outward/alert.ts'
import { areasOf } from '../../../domain/outward/alert-areas.ts'
import { present } from '../../../domain/present.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import { addMilliseconds } from '../../../domain/time/time.ts'
import type { AlertsView } from '../../../domain/views/alert-view.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { mayAlert } from '../../../engine/access/may-alert.ts'
import { capFaults } from '../../../exchange/cap/cap-faults.ts'
import { writeCap } from '../../../exchange/cap/write-cap.ts'
import { readXml } from '../../../exchange/xml/read-xml.ts'
import { chainBefore, issueAlert, type KeptAlert, listAlerts, standingOf } from '../../../storage/alerts/alerts.ts'
import { getMatter } from '../../../storage/read/get-matter.ts'
import { newId } from '../../../storage/write/ids.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { OfficeEnv } from '../../request/env.ts'
import { valid } from '../../request/valid.ts'
import { signIn } from '../../sign-in/signed-in.ts'
import { type NewAlert, newAlert } from './alert-schema.ts'
import { CAP_TYPE, speakerOf } from './speaker.ts'

/** So long an alert may hold: what lasts is issued anew by somebody who looked at it again. */
const LONGEST_MS = 7 * 86_400_000

/** Alerts of a matter by CAP 1.2: what was issued, and issuing one by a person who may, after a look at it. */
export const alertRoutes = new Hono<OfficeEnv>()
  .get('/matters/:id/alerts', describe('listAlerts'), signIn, async (c) => {
    const of = await aboutOf(c)
    return answer(c, 'listAlerts', await viewOf(c, of))
  })
  .post('/matters/:id/alerts/preview', describe('previewAlert'), signIn, valid('json', newAlert), async (c) => {
    const of = await aboutOf(c)
    const alert = alertOf(c, of, c.req.valid('json'))
    return answer(c, 'previewAlert', { xml: await textOf(c, alert, of.alerts) })
  })
  .post('/matters/:id/alerts', describe('issueAlert'), signIn, valid('json', newAlert), async (c) => {
    const of = await aboutOf(c)
    const wish = c.req.valid('json')
    const issued = { ...alertOf(c, of, wish), seenVersion: wish.seenVersion }
    await textOf(c, issued, of.alerts)
    await issueAlert(c.var.db, c.var.actor.tenant, issued)
    return answer(c, 'issueAlert', { id: issued.id })
  })
  .get('/matters/:id/alerts/:alert/cap', describe('readAlert'), signIn, async (c) => {
    const { alerts } = await aboutOf(c)
    const alert = alerts.find(({ id }) => id === c.req.param('alert'))
    if (!alert) throw new AnlanError('not-found')
    return c.body(await textOf(c, alert, alerts), 200, {
      'content-type': CAP_TYPE,
      'cache-control': 'private, no-cache',
    })
  })

type About = {
  readonly matter: Matter
  readonly procedure: Procedure
  readonly rule: AlertRule
  readonly rulebook: Rulebook
  readonly alerts: readonly KeptAlert[]
}

/** The matter, when it is one that alerts are issued of and the reader sees it. */
async function aboutOf(c: Context<OfficeEnv>): Promise<About> {
  const { actor, deps, db } = c.var
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const { matter } = await getMatter(db, actor, c.req.param('id') ?? '', rulebook)
  const rule = deps.outward?.alerts[matter.procedure]
  if (!rule) throw new AnlanError('not-found')
  const procedure = getDefinition(rulebook.procedures, matter)
  return { matter, procedure, rule, rulebook, alerts: await listAlerts(db, actor.tenant, matter.id) }
}

const mayIssue = (c: Context<OfficeEnv>, { rule, procedure, matter, rulebook }: About) =>
  mayAlert(rule, procedure, matter, c.var.actor, rulebook.directory)

async function viewOf(c: Context<OfficeEnv>, of: About): Promise<AlertsView> {
  const standing = standingOf(of.alerts, c.var.now)
  return {
    mayIssue: mayIssue(c, of),
    proposed: {
      ...factsOf(of),
      severity: of.rule.graveness.severities[String(of.matter.fields[of.rule.graveness.field] ?? '')] ?? 'Unknown',
      areas: [of.matter.placeUnitId ?? of.matter.unitId].filter(
        areasOf(of.rulebook.directory.units, c.var.actor.unitId),
      ),
    },
    alerts: of.alerts
      .map(({ id, msgType, status, scope, sentAt, said, postId, personName }) => ({
        id,
        msgType,
        status,
        scope,
        sentAt,
        expires: said.expires,
        headline: said.headline,
        postId,
        personName,
        stands: id === standing?.id,
      }))
      .reverse(),
  }
}

/** What follows from the matter and not from whoever writes. */
const factsOf = ({ matter, procedure, rule }: About) => ({
  event: procedure.categories[matter.category ?? ''] ?? procedure.short,
  category: rule.categories[matter.category ?? ''] ?? ('Other' as const),
})

/** The alert that a person wishes to issue. @throws AnlanError not-allowed for others; request-invalid where it says what cannot be */
function alertOf(c: Context<OfficeEnv>, of: About, wish: NewAlert): KeptAlert {
  const { actor, now, signedIn } = c.var
  if (!mayIssue(c, of)) throw new AnlanError('not-allowed', { rule: 'no-alert' })
  const { seenVersion: _, msgType, scope, replaces, onset, instruction, restriction, to, ...said } = wish
  const wrong = (field: string, rule: 'too-early' | 'too-late' | 'not-a-unit' | 'not-an-option') => {
    throw new AnlanError('request-invalid', { issues: [{ field, rule }] })
  }
  if (msgType === 'Alert' && of.matter.group === 'done') wrong('msgType', 'not-an-option')
  if (replaces && !of.alerts.some(({ id }) => id === replaces)) wrong('replaces', 'not-an-option')
  if (said.expires <= now) wrong('expires', 'too-early')
  if (said.expires > addMilliseconds(now, LONGEST_MS)) wrong('expires', 'too-late')
  const { units } = of.rulebook.directory
  for (const [field, ids] of [
    ['areas', said.areas],
    ['to', to ?? []],
  ] as const)
    if (ids.some((id) => !Object.hasOwn(units, id))) wrong(field, 'not-a-unit')
  const mayWarn = areasOf(units, actor.unitId)
  if (said.areas.some((id) => !mayWarn(id))) wrong('areas', 'not-an-option')
  const status: Alert['status'] = of.matter.exercise ? 'Exercise' : 'Actual'
  // Nobody outside is told of an exercise as if it were open to them.
  if (status === 'Exercise' && scope === 'Public') wrong('scope', 'not-an-option')
  return {
    id: newId(Date.parse(now)),
    matterId: of.matter.id,
    msgType,
    status,
    scope,
    sentAt: now,
    ...present({ replaces }),
    said: {
      ...said,
      ...present({ onset, instruction, restriction, to }),
      ...factsOf(of),
      reference: of.matter.reference,
    } as Alert['said'],
    postId: actor.postId,
    personName: signedIn.person.name,
  }
}

/** The message; one that the standard's prose would refuse is a bug of ours, and none goes out. */
async function textOf(c: Context<OfficeEnv>, alert: KeptAlert, alerts: readonly KeptAlert[]): Promise<string> {
  const xml = writeCap(alert, chainBefore(alerts, alert), await speakerOf(c.var.deps, c.var.actor.tenant))
  const faults = capFaults(readXml(xml))
  if (faults.length > 0) throw new Error(`alert ${alert.id}: ${faults.join('; ')}`)
  return xml
}
