import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { History, PastCommand } from '../../domain/matter/history.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { openInBulk } from '../bulk/bulk.ts'
import { databaseFor } from '../connection/connect.ts'
import { listEvents } from '../read/get-matter.ts'
import { handleCommand } from './handle.ts'
import { derivedId, newId } from './ids.ts'

let county: TestCounty
let existing: string
let hidden: string
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  existing = (await handleCommand(county.deps, { actor: clerk, command: report({}) })).matter.reference
  const away = { actor: actorOf('yunxi-clerk'), command: { ...report({}), unitId: 'yunxi' } as Command }
  hidden = (await handleCommand(county.deps, away)).matter.reference
})
afterAll(() => county?.dispose())

const clerk = actorOf('clerk')
const dongpu = actorOf('dongpu-clerk')
const at = (hour: number) => `2026-03-02T0${hour}:00:00.000Z`

const report = (form: object, more: object = {}): Extract<Command, { type: 'OpenMatter' }> => ({
  type: 'OpenMatter',
  procedure: 'report',
  channel: 'phone',
  unitId: 'dongpu',
  form: {
    title: '下塘村路灯不亮',
    category: 'facility',
    description: '从桥头到三组有五盏不亮。',
    place: '下塘村三组',
    placeUnit: 'xiatang',
    contactPhone: '000-0000-1234',
    ...form,
  },
  ...more,
})
const takes = (step: string, form: object, actor: Actor = clerk, hour = 2): PastCommand => ({
  command: { type: 'TakeStep', step, form } as Command,
  actor,
  at: at(hour),
})
const links = (reference: string): PastCommand => ({
  command: { type: 'AddLink', link: { type: 'triggers', reference } },
  actor: clerk,
  at: at(2),
})

type Case = { opening?: Extract<Command, { type: 'OpenMatter' }>; actor?: Actor; steps?: () => PastCommand[] }
type Answer = { readonly events: unknown[] } | { readonly refused: string; readonly issues: unknown }

/** What is written down differs between two matters only by number, sealing and place in time. */
const events = async (id: string) =>
  (await listEvents(databaseFor(county.deps.pool, TEST_TENANT), TEST_TENANT, id)).map(({ event }) =>
    JSON.parse(
      canonicalJson({ ...event, matterId: '', reference: '' }).replaceAll(/"(iv|data|tag)":"[^"]*"/g, '"$1":""'),
    ),
  )
const refusal = (cause: unknown): Answer => {
  if (!(cause instanceof AnlanError)) throw cause
  return { refused: cause.code, issues: cause.details }
}

async function singly({ opening = report({}), actor = clerk, steps }: Case): Promise<Answer> {
  const matterId = newId(Date.parse(at(1)))
  try {
    await handleCommand(county.deps, { actor, command: opening, matterId, now: at(1) })
    for (const step of steps?.() ?? [])
      await handleCommand(county.deps, { actor: step.actor, command: step.command, matterId, now: step.at })
    return { events: await events(matterId) }
  } catch (cause) {
    return refusal(cause)
  }
}

let turn = 0
async function inBulk({ opening = report({}), actor = clerk, steps }: Case): Promise<Answer> {
  turn += 1
  const id = derivedId(0, 'one-decision', String(turn))
  const history: History = { id, opening: { command: opening, actor, at: at(1) }, steps: steps?.() ?? [] }
  // Time stands at the last step, so that neither path has anything else to do.
  county.setNow(at(3))
  const [outcome] = await openInBulk(county.deps, TEST_TENANT, [history], async () => {})
  return outcome === 'added' ? { events: await events(id) } : refusal(outcome)
}

describe('a single command and an imported row are decided by one function', () => {
  const cases: Record<string, Case> = {
    'an opening': {},
    'an opening with a missing answer': { opening: report({ title: '' }) },
    'an opening by a post without the role': { actor: actorOf('handler') },
    'an opening for a unit that is not there': { opening: report({}, { unitId: 'nowhere' }) },
    'an opening that names an existing matter': {
      opening: report({}, { links: [{ type: 'triggers', reference: 'SQ-2026-0001' }] }),
    },
    'an opening that names nothing': {
      opening: report({}, { links: [{ type: 'triggers', reference: 'SQ-2026-9999' }] }),
    },
    'a merge into an existing report': { steps: () => [takes('merge', { mergedInto: existing })] },
    'a merge typed in small letters with blanks': {
      steps: () => [takes('merge', { mergedInto: ` ${existing.toLowerCase()} ` })],
    },
    'a merge into a report that is not there': { steps: () => [takes('merge', { mergedInto: 'SQ-2026-9999' })] },
    'a merge into a report out of sight': {
      actor: dongpu,
      steps: () => [takes('merge', { mergedInto: hidden }, dongpu)],
    },
    'a merge without a reference': { steps: () => [takes('merge', {})] },
    'a merge whose reference is a number': { steps: () => [takes('merge', { mergedInto: 7 })] },
    'a link to an existing matter': { steps: () => [links(existing)] },
    'a link to a matter that is not there': { steps: () => [links('SQ-2026-9999')] },
    'a step that is not open': { steps: () => [takes('rateSatisfied', {})] },
    'a step nobody knows': { steps: () => [takes('fly', {})] },
    'a step by a post out of sight': { steps: () => [takes('accept', {}, actorOf('yunxi-clerk'))] },
    'two steps one after the other': {
      steps: () => [
        takes('accept', { difficulty: 'ordinary' }),
        takes('answer', { opinion: 'solved', reply: '已修复。', toldHow: 'phone' }, clerk, 3),
      ],
    },
  }
  test.each(Object.entries(cases))('%s', async (_, each) => {
    const one = await singly(each)
    expect(await inBulk(each)).toEqual(one)
  })

  test('and the merge is taken in, with its link, by both', async () => {
    const merged = { steps: () => [takes('merge', { mergedInto: existing })] }
    for (const answer of [await singly(merged), await inBulk(merged)])
      expect(answer).toMatchObject({
        events: [{}, { to: 'merged', links: [{ type: 'duplicateOf', reference: existing }] }],
      })
  })
})
