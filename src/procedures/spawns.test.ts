import { describe, expect, test } from 'vitest'
import type { Field, Form } from '../domain/procedure/form.ts'
import type { Procedure, Spawn, Step } from '../domain/procedure/procedure.ts'
import { PROCEDURES } from './all.ts'

type Case = { name: string; parent: Procedure; step: Step; spawn: Spawn; child: Procedure; opening: Form }

const byId = (id: string): Procedure => {
  const found = PROCEDURES.find((procedure) => procedure.id === id)
  if (!found) throw new Error(`no procedure ${id}`)
  return found
}

const cases: Case[] = PROCEDURES.flatMap((parent) =>
  Object.entries(parent.steps).flatMap(([id, step]) =>
    (step.opens ?? []).map((spawn) => {
      if (typeof spawn.procedure !== 'string') throw new Error('a spawn by answer needs a case of its own here')
      const child = byId(spawn.procedure)
      const opening = child.forms[child.opening.form]
      if (!opening) throw new Error(`${child.id} has no opening form`)
      return { name: `${parent.id}.${id} opens ${child.id}`, parent, step, spawn, child, opening }
    }),
  ),
)

/** The field that a carried value comes from: a column of the row, the step's form, or any form before. */
function origin({ parent, step, spawn }: Case, from: string): Field | undefined {
  const form = step.form ? parent.forms[step.form] : undefined
  if (from.startsWith('row.')) return spawn.each ? form?.fields[spawn.each]?.fields?.[from.slice(4)] : undefined
  const opening = parent.forms[parent.opening.form]
  return (
    form?.fields[from] ??
    opening?.fields[from] ??
    Object.values(parent.forms).find((other) => other.fields[from])?.fields[from]
  )
}

/** States reached without ever answering `field`. */
function statesWithout(parent: Procedure, field: string): Set<string> {
  const found = new Set([parent.opening.state])
  for (const state of found) {
    for (const step of Object.values(parent.steps)) {
      const asks = step.form ? parent.forms[step.form]?.fields[field]?.required : undefined
      if (step.to && !asks && (step.from === 'open' || step.from.includes(state))) found.add(step.to)
    }
  }
  return found
}

/** Whether a carried value is certainly there when the child opens. */
function isCertain(given: Case, from: string): boolean {
  const { parent, step, spawn } = given
  const field = origin(given, from)
  if (from.startsWith('row.')) return !!field?.required
  const here = step.form ? parent.forms[step.form]?.fields[from] : undefined
  const sameCondition = !here?.when || JSON.stringify(here.when) === JSON.stringify(spawn.when)
  if (here?.required && sameCondition) return true
  if (parent.forms[parent.opening.form]?.fields[from]?.required) return true
  if (!field || step.from === 'open') return false
  const without = statesWithout(parent, from)
  return !step.from.some((state) => without.has(state))
}

describe.each(cases.map((given) => [given.name, given] as const))('%s', (_, given) => {
  const { spawn, opening } = given

  test('carries only what the other form asks, from fields that exist', () => {
    const wrong = Object.entries(spawn.carry).filter(([to, from]) => !opening.fields[to] || !origin(given, from))
    expect(wrong).toEqual([])
  })

  test('carries everything that the other form requires', () => {
    const missing = Object.entries(opening.fields).filter(([name, field]) => {
      const from = spawn.carry[name]
      return field.required && !field.when && (!from || !isCertain(given, from))
    })
    expect(missing.map(([name]) => name)).toEqual([])
  })

  test('carries values that the other form accepts', () => {
    for (const [to, from] of Object.entries(spawn.carry)) {
      const asked = opening.fields[to]
      const given_ = origin(given, from)
      if (!asked || !given_) continue
      const texts = ['text', 'longText']
      const sameKind = asked.kind === given_.kind || (texts.includes(asked.kind) && texts.includes(given_.kind))
      expect(sameKind, `${to} is ${asked.kind}, ${from} is ${given_.kind}`).toBe(true)
      expect(
        Object.keys(given_.options ?? {}).filter((option) => !asked.options?.[option]),
        to,
      ).toEqual([])
      expect(longest(asked), `${to} must hold all of ${from}`).toBeGreaterThanOrEqual(longest(given_))
      expect(asked.min ?? 0, `${to} must take a short ${from}`).toBeLessThanOrEqual(given_.min ?? asked.min ?? 0)
    }
  })

  test('carries no personal field: those are sealed under the key of the first matter', () => {
    expect(Object.values(spawn.carry).filter((from) => origin(given, from)?.personal)).toEqual([])
  })
})

const longest = ({ kind, max }: Field) => max ?? (kind === 'text' ? 200 : kind === 'longText' ? 5000 : 0)

test('a report becomes any of the four kinds; a failed reinspection, a review and a lesson lead on', () => {
  expect(cases.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'report.triage opens hazard',
      'report.triage opens dispute',
      'report.triage opens risk',
      'report.triage opens task',
      'hazard.toRectificationList opens rectification',
      'dispute.escalate opens dispute',
      'risk.treat opens task',
      'aar.listProblems opens rectification',
      'aar.drawLesson opens task',
    ]),
  )
})
