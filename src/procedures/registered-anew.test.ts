import { expect, test } from 'vitest'
import { systemActor } from '../domain/matter/actor.ts'
import type { ChildRequest } from '../domain/matter/event.ts'
import { present } from '../domain/present.ts'
import { decide } from '../engine/decide/decide.ts'
import { given, TEST_RULEBOOK } from '../testing/given.ts'
import { TEST_TENANT } from '../testing/people.ts'
import { disputeV1 } from './dispute/v1/procedure.ts'
import { hazardV1 } from './hazard/v1/procedure.ts'
import { reportV1 } from './report/v1/procedure.ts'
import { riskV1 } from './risk/v1/procedure.ts'

const hazard = () =>
  given(
    hazardV1,
    'inspector',
    { title: '两家为墙争吵', category: 'building', description: '其实是邻里纠纷', place: '下塘村' },
    { at: '2026-02-20T02:00:00.000Z' },
  ).at('2026-03-10T02:00:00.000Z')
const anew = {
  reregisterReason: '不是隐患，是邻里纠纷',
  rightTitle: '两家为墙争吵',
  rightCategory: 'neighbours',
  rightDescription: '其实是邻里纠纷',
  rightPlace: '下塘村',
}

test('a matter registered as the wrong kind ends as such and goes on as a report, to be routed to the right one', () => {
  const told = hazard().takes('triage', 'reregister', anew).isIn('reregistered')
  expect(told.events().at(-1)).toMatchObject({
    outcome: 'reregistered',
    opens: [{ procedure: 'report', link: 'reregisteredFrom', since: '2026-02-20T02:00:00.000Z' }],
  })
})

test('its time runs on from the day it was first registered', () => {
  const step = hazard().takes('triage', 'reregister', anew).events().at(-1)
  const child = (step?.type === 'StepTaken' ? step.opens[0] : undefined) as ChildRequest
  const command = {
    type: 'OpenMatter',
    procedure: child.procedure,
    channel: 'system',
    unitId: child.unitId,
    form: child.form,
    ...present({ since: child.since, ordering: child.ordering }),
  } as const
  const [opened] = decide(reportV1, undefined, command, systemActor(TEST_TENANT), {
    now: '2026-03-10T03:00:00.000Z',
    rulebook: TEST_RULEBOOK,
    identity: { matterId: 'm', reference: 'SQ-2026-0001' },
  })
  const clocks = opened?.type === 'MatterOpened' ? opened.clocks : []
  expect(clocks.length).toBeGreaterThan(0)
  for (const change of clocks)
    if (change.type === 'started') expect(change.clock.startedAt).toBe('2026-02-20T02:00:00.000Z')
})

test('the unit that was sent it by another gives it back instead, and nobody below the office decides its kind', () => {
  hazard().refuses('inspector', 'reregister', 'role-required')
  for (const procedure of [hazardV1, disputeV1, riskV1]) {
    const { reregister, giveBack } = procedure.steps
    expect(reregister?.guards).toContainEqual({ not: { the: 'channel', is: ['system'] } })
    expect(giveBack?.guards).toContainEqual({ the: 'channel', is: ['system'] })
  }
})

test('a township to which the county handed it over does not become the side that ordered it by registering it anew', () => {
  hazard()
    .takes('triage', 'handOver', { unit: 'dongpu', handOverReason: '在东浦镇' })
    .refuses('dongpu-clerk', 'reregister', 'out-of-scope', {}, anew)
    .takes('triage', 'reregister', anew)
})
