import { describe, expect, test } from 'vitest'
import type { DeadlineRule } from '../domain/procedure/deadline.ts'
import type { Field, Form } from '../domain/procedure/form.ts'
import type { Procedure, Step } from '../domain/procedure/procedure.ts'
import { PROCEDURES } from './all.ts'

const steps = (procedure: Procedure) => Object.entries(procedure.steps)
const isDone = (procedure: Procedure, state: string) => procedure.states[state]?.group === 'done'
const openStates = (procedure: Procedure) => Object.keys(procedure.states).filter((state) => !isDone(procedure, state))
const sourcesOf = (procedure: Procedure, step: Step) => (step.from === 'open' ? openStates(procedure) : step.from)
const formOf = (procedure: Procedure, step: Step): Form | undefined =>
  step.form ? procedure.forms[step.form] : undefined
const openingForm = (procedure: Procedure): Form => {
  const form = procedure.forms[procedure.opening.form]
  if (!form) throw new Error(`${procedure.id} has no opening form`)
  return form
}
const isHuman = (step: Step) => step.by.some((role) => role !== 'system')

/** States that can be reached from `start`, taking only the steps that `may` lets through. */
function reachable(procedure: Procedure, start: string, may: (step: Step) => boolean): Set<string> {
  const found = new Set([start])
  for (const state of found) {
    for (const [, step] of steps(procedure)) {
      if (step.to && may(step) && sourcesOf(procedure, step).includes(state)) found.add(step.to)
    }
  }
  return found
}

/** Every field of the procedure with its path, rows included. */
function fieldsOf(procedure: Procedure): { path: string; field: Field }[] {
  const walk = (fields: Form['fields'], path: string): { path: string; field: Field }[] =>
    Object.entries(fields).flatMap(([name, field]) => [
      { path: `${path}.${name}`, field },
      ...walk(field.fields ?? {}, `${path}.${name}`),
    ])
  return Object.entries(procedure.forms).flatMap(([name, form]) => walk(form.fields, name))
}

/** The forms with which a deadline may start: those of its steps, and the opening form. */
function startingForms(procedure: Procedure, deadline: string): { of: string; form: Form; step?: Step }[] {
  const opening = procedure.opening.starts.includes(deadline) ? [{ of: 'opening', form: openingForm(procedure) }] : []
  return [
    ...opening,
    ...steps(procedure).flatMap(([of, step]) =>
      step.starts?.includes(deadline)
        ? [{ of, form: formOf(procedure, step) ?? { title: step.title, fields: {} }, step }]
        : [],
    ),
  ]
}

/** Whether `field` has certainly been answered once `step` may be taken: no way leads there without a form that requires it. */
function isAnsweredBefore(procedure: Procedure, step: Step, field: string): boolean {
  if (openingForm(procedure).fields[field]?.required) return true
  const without = reachable(
    procedure,
    procedure.opening.state,
    (other) => !formOf(procedure, other)?.fields[field]?.required,
  )
  return !sourcesOf(procedure, step).some((state) => without.has(state))
}

/** The field that answers a question of a deadline or a spawn, on the form at hand or on any form before. */
const findField = (procedure: Procedure, form: Form | undefined, name: string): Field | undefined =>
  form?.fields[name] ??
  openingForm(procedure).fields[name] ??
  Object.values(procedure.forms).find((other) => other.fields[name])?.fields[name]

describe.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))('%s', (_, procedure) => {
  test('every state can be reached from the opening', () => {
    const found = reachable(procedure, procedure.opening.state, () => true)
    expect(Object.keys(procedure.states).filter((state) => !found.has(state))).toEqual([])
  })

  test('from every state that is not done, people can bring the matter to an end', () => {
    const stuck = openStates(procedure).filter(
      (state) => ![...reachable(procedure, state, isHuman)].some((end) => isDone(procedure, end)),
    )
    expect(stuck).toEqual([])
  })

  test('every state that is not done waits for an official or the reporter, and not only beside the path', () => {
    const idle = openStates(procedure).filter(
      (state) =>
        !steps(procedure).some(
          ([, step]) => !step.aside && step.from !== 'open' && step.from.includes(state) && isHuman(step),
        ),
    )
    expect(idle).toEqual([])
  })

  test('done states have an outcome, and only they; every outcome can happen', () => {
    const wrong = Object.entries(procedure.states).filter(([, state]) => (state.group === 'done') !== !!state.outcome)
    expect(wrong).toEqual([])
    const used = new Set(Object.values(procedure.states).map((state) => state.outcome))
    expect(Object.keys(procedure.outcomes).filter((outcome) => !used.has(outcome))).toEqual([])
  })

  test('a step from a done state only reopens or stands beside the path', () => {
    const strays = steps(procedure).filter(
      ([, step]) => step.from !== 'open' && step.from.some((state) => isDone(procedure, state)) && !step.aside,
    )
    expect(strays.map(([id]) => id)).toEqual([])
  })

  test('every deadline is started, and met or cancelled by a step', () => {
    const all = Object.keys(procedure.deadlines)
    expect(all.filter((deadline) => startingForms(procedure, deadline).length === 0)).toEqual([])
    const ended = new Set(steps(procedure).flatMap(([, step]) => [...(step.meets ?? []), ...(step.cancels ?? [])]))
    expect(all.filter((deadline) => !ended.has(deadline))).toEqual([])
  })

  test.each(Object.entries(procedure.deadlines))('the length of %s is known whenever it starts', (deadline, rule) => {
    const missing = startingForms(procedure, deadline).flatMap(({ of, form, step }) =>
      neededBy(rule).flatMap(({ name, kind }) => {
        const here = form.fields[name]
        const known = here ? !!here.required : !!step && isAnsweredBefore(procedure, step, name)
        const fits = findField(procedure, form, name)?.kind === kind
        return known && fits ? [] : [`${of} starts it without ${name}`]
      }),
    )
    expect(missing).toEqual([])
    if (typeof rule.length === 'object' && 'by' in rule.length) {
      const options = Object.keys(findField(procedure, undefined, rule.length.by)?.options ?? {})
      expect(Object.keys(rule.length.lengths).sort()).toEqual(options.sort())
    }
  })

  test('a deadline that applies to some matters names answers that can be given', () => {
    const wrong = Object.entries(procedure.deadlines).filter(([, { when }]) => {
      if (!when) return false
      const field = findField(procedure, undefined, when.field)
      const possible =
        field?.kind === 'level' ? ['major', 'serious', 'general', 'low'] : Object.keys(field?.options ?? {})
      return !when.is.every((answer) => possible.includes(answer))
    })
    expect(wrong.map(([id]) => id)).toEqual([])
  })

  test('who grants an extension is named by the rule, and its form asks how long and why', () => {
    for (const [id, step] of steps(procedure)) {
      if (!step.extends) continue
      const extension = procedure.deadlines[step.extends]?.extension
      expect(
        step.by.filter((role) => !extension?.by.includes(role)),
        id,
      ).toEqual([])
      expect(Object.keys(formOf(procedure, step)?.fields ?? {}), id).toEqual(
        expect.arrayContaining(['extendBy', 'reason']),
      )
    }
  })

  test('only clocks that may be paused are paused, for a stated reason', () => {
    for (const [id, step] of steps(procedure)) {
      if (!step.pauses) continue
      expect(
        step.pauses.filter((deadline) => !procedure.deadlines[deadline]?.pausable),
        id,
      ).toEqual([])
      expect(formOf(procedure, step)?.fields['reason']?.required, id).toBe(true)
    }
  })

  test('every form and every document is used', () => {
    const forms = new Set([procedure.opening.form, ...steps(procedure).map(([, step]) => step.form)])
    // The common forms come as one set; a procedure may leave some of them aside.
    const common = [
      'urge',
      'material',
      'owner',
      'progress',
      'sponsor',
      'extensionAsked',
      'extension',
      'refusal',
      'supervise',
      'review',
    ]
    expect(Object.keys(procedure.forms).filter((form) => !forms.has(form) && !common.includes(form))).toEqual([])
    const issued = new Set(steps(procedure).flatMap(([, step]) => step.issues ?? []))
    expect(Object.keys(procedure.documents).filter((document) => !issued.has(document))).toEqual([])
  })

  test('the opening form sets the title, and a category that the procedure knows', () => {
    const fields = Object.values(openingForm(procedure).fields)
    expect(fields.find((field) => field.sets === 'title')?.required).toBe(true)
    const category = fields.find((field) => field.sets === 'category')
    expect(Object.keys(category?.options ?? {})).toEqual(Object.keys(procedure.categories))
  })

  test('a conditional question asks about an answer that the same form offers', () => {
    const wrong = Object.entries(procedure.forms).flatMap(([name, form]) =>
      Object.entries(form.fields).flatMap(([field, { when }]) =>
        when && !when.is.every((answer) => Object.keys(form.fields[when.field]?.options ?? {}).includes(answer))
          ? [`${name}.${field}`]
          : [],
      ),
    )
    expect(wrong).toEqual([])
  })

  test('every personal field says why it is asked and how long it is kept', () => {
    for (const { path, field } of fieldsOf(procedure)) {
      if (!field.personal) continue
      expect(field.personal.purpose.zh, path).toMatch(/\p{Script=Han}/u)
      expect(field.personal.retention.length, path).toBeGreaterThan(0)
    }
  })

  test('personal fields stand at the top of their form, where they are sealed, and set no fact that lists show', () => {
    const personal = fieldsOf(procedure).filter(({ field }) => field.personal)
    expect(personal.filter(({ path, field }) => path.split('.').length > 2 || field.sets)).toEqual([])
  })

  test('names and phones of people are personal fields', () => {
    const open = fieldsOf(procedure).filter(
      ({ field }) => /电话|手机|姓名|称呼|当事人$|责任人$|联系方式/.test(field.title.zh) && !field.personal,
    )
    expect(open.map(({ path }) => path)).toEqual([])
  })

  test('no question asks who somebody is beyond how to reach them', () => {
    const strays = fieldsOf(procedure).filter(({ field }) =>
      /身份证|民族|宗教|信仰|政治|户籍|健康|病史|职业|亲属|前科|评分|画像/.test(
        field.title.zh + (field.hint?.zh ?? ''),
      ),
    )
    expect(strays.map(({ path }) => path)).toEqual([])
  })

  test('the ledger reads fields that exist, and never the reporter vault', () => {
    const facts = [
      'reference',
      'title',
      'category',
      'level',
      'unitId',
      'place',
      'placeUnitId',
      'channel',
      'ownerPostId',
      'verifierPostId',
      'supervisorPostId',
      'state',
      'outcome',
      'openedAt',
      'closedAt',
    ]
    const wrong = procedure.ledger.filter(({ field }) => {
      const asked = findField(procedure, undefined, field)
      return (!asked && !facts.includes(field)) || asked?.personal?.vault
    })
    expect(wrong.map(({ field }) => field)).toEqual([])
  })
})

/** Answers without which the length of a rule is unknown. */
function neededBy(rule: DeadlineRule): { name: string; kind: Field['kind'] }[] {
  const { length } = rule
  return [
    ...(typeof length === 'object' && 'dayIn' in length ? [{ name: length.dayIn, kind: 'date' as const }] : []),
    ...(typeof length === 'object' && 'by' in length ? [{ name: length.by, kind: 'choice' as const }] : []),
    ...(rule.from ? [{ name: rule.from, kind: 'date' as const }] : []),
  ]
}

test('ids and prefixes tell the procedures apart', () => {
  const unique = (values: string[]) => new Set(values).size === values.length
  expect(unique(PROCEDURES.map(({ id, version }) => `${id}@${version}`))).toBe(true)
  const prefixes = new Map(PROCEDURES.map(({ id, prefix }) => [id, prefix]))
  expect(unique([...prefixes.values()])).toBe(true)
  expect([...prefixes.values()].filter((prefix) => !/^[A-Z]{2}$/.test(prefix))).toEqual([])
})

test('what verifies is done by somebody who did not handle the matter', () => {
  const alone = PROCEDURES.flatMap((procedure) =>
    steps(procedure)
      // A reporter verifies by rating; a mediator follows up the agreement by law (People's Mediation Law art. 31).
      .filter(([, step]) => step.verifies && !step.by.includes('reporter') && procedure.id !== 'dispute')
      .filter(([, step]) => !step.guards?.includes('notTheHandler'))
      .map(([id]) => `${procedure.id}.${id}`),
  )
  expect(alone).toEqual([])
})
