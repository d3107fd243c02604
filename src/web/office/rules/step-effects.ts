import { LINK_TYPES } from '../../../domain/matter/link.ts'
import { columnsOf, type Field, type FieldOf } from '../../../domain/procedure/form.ts'
import type { Procedure, Raising, Relay, Step } from '../../../domain/procedure/procedure.ts'
import { changesOf } from '../../../domain/procedure/records/changed-rows.ts'
import { ROLES } from '../../../domain/unit/role.ts'
import { conditionText } from '../../../domain/wording/condition-text.ts'
import { seatTitle } from '../../../domain/wording/taker-text.ts'
import type { Text } from '../../../domain/wording/text.ts'
import type { Speech } from './rule-words.ts'

/** What a step brings about beside its way and its clocks, each with its heading; empty where it brings about nothing. */
export function effectFacts(
  procedure: Procedure,
  step: Step,
  speech: Speech,
): (readonly [string, string | undefined])[] {
  const { rules, say, words } = speech
  const { panel } = rules
  const seats = (names: readonly string[] = []) =>
    names.map((name) => say(seatTitle(name, procedure))).join(words.listComma)
  const titles = (ids: readonly string[] = [], table: Readonly<Record<string, { readonly title: Text }>>) =>
    ids.flatMap((id) => (table[id] ? say(table[id].title) : [])).join(words.listComma)
  return [
    [panel.asksIn, seats(seatsFilled(procedure, step))],
    [panel.signs, step.signs && seats([step.signs])],
    [panel.answers, step.answers && seats([step.answers])],
    [panel.refuses, step.refuses && seats([step.refuses])],
    [panel.raises, step.raises?.map((raising) => raisingText(raising, procedure, speech)).join(words.listComma)],
    [panel.relays, step.relays?.map((relay) => relayText(relay, procedure, speech)).join(words.semicolon)],
    [panel.revises, revisesText(procedure, step, speech)],
    [panel.exposed, exposedText(procedure, step, speech)],
    [panel.documents, titles(step.issues, procedure.documents)],
    [panel.revokes, titles(step.revokes, procedure.documents)],
    [panel.clears, titles(step.clears, fieldsOf(procedure))],
    [panel.takesBack, step.unlinks && say(LINK_TYPES[step.unlinks].title)],
    [panel.hiddenUntil, hiddenUntilText(procedure, step, speech)],
    [panel.draws, drawsText(procedure, step, speech)],
    [panel.hides, hidesText(procedure, step, speech)],
    [panel.orders, step.orders && panel.ordersWhat[step.orders]],
    [panel.serves, step.serves && panel.servesWhat[step.serves]],
    [panel.shreds, shredsText(procedure, step, speech)],
    [panel.recuses, step.recuses && panel.recusesHint],
    [panel.alone, step.alone && say(step.alone)],
  ]
}

/** 承办单位：领导（“颜色”是黄单时）: who it is raised to, and when. */
export function raisingText(raising: Raising, procedure: Procedure, { say, words, rules }: Speech): string {
  if (typeof raising === 'string') return say(seatTitle(raising, procedure))
  const title = say(seatTitle(raising.seat, procedure))
  const seat = raising.above ? rules.panel.raisesAbove(title) : title
  const who = raising.role ? `${seat}${words.colon}${say(ROLES[raising.role].title)}` : seat
  return raising.if ? rules.panel.raisesIf(who, say(conditionText(raising.if, procedure))) : who
}

/** 到“一并公开”那一步之前，只有填的人自己看得到. */
function hiddenUntilText({ forms, steps }: Procedure, { form }: Step, { rules, say }: Speech): string | undefined {
  const until = steps[(form && forms[form]?.hiddenUntil) || '']
  return until && rules.panel.hiddenUntilStep(say(until.title))
}

/** The records that change with it. */
function revisesText(procedure: Procedure, { revises = [] }: Step, { rules, say, words }: Speech): string | undefined {
  const records = revises.flatMap(({ by }) => {
    const question = fieldsOf(procedure)[changesOf(procedure, by)?.changes?.record ?? '']
    return question ? [say(question.title)] : []
  })
  return records.length > 0 ? rules.panel.revisesBy(records.join(words.listComma)) : undefined
}

/** The question whose rows are the exposed units. */
const exposedText = ({ forms }: Procedure, { form }: Step, { rules, say }: Speech): string | undefined => {
  const field = Object.values((form && forms[form]?.fields) || {}).find(
    (each) => each.kind === 'items' && each.exposed !== undefined,
  )
  return field && rules.panel.exposedBy(say(field.title))
}

/** What is drawn by lot: the question, and by which seed. */
const drawsText = (procedure: Procedure, { form }: Step, { rules, say }: Speech): string | undefined => {
  const field = Object.values((form && procedure.forms[form]?.fields) || {}).find(isDrawn)
  return (
    field &&
    rules.panel.drawsBy(say(field.title), say(fieldsOf(procedure)[field.draws?.seed ?? '']?.title ?? field.title))
  )
}
const isDrawn = (field: Field): field is FieldOf<'items'> => field.kind === 'items' && field.draws !== undefined

/** The questions that name those who never see the matter. */
const hidesText = ({ forms }: Procedure, { form }: Step, { say, words }: Speech): string =>
  Object.values((form && forms[form]?.fields) || {})
    .flatMap((field) => [field, ...Object.values(columnsOf(field))])
    .flatMap((field) => ((field.kind === 'unit' || field.kind === 'post') && field.hides ? say(field.title) : []))
    .join(words.listComma)

const shredsText = (procedure: Procedure, { shreds }: Step, { rules, say }: Speech): string | undefined =>
  typeof shreds === 'object'
    ? rules.panel.shredsIf(say(conditionText(shreds, procedure)))
    : shreds && rules.panel.shredsHint

const fieldsOf = ({ forms }: Procedure): Readonly<Record<string, Field>> =>
  Object.assign({}, ...Object.values(forms).map(({ fields }) => fields))

/** Seats of many that the rows of the step's form fill: those are asked. */
const seatsFilled = ({ forms }: Procedure, { form }: Step): string[] =>
  Object.values((form && forms[form]?.fields) || {}).flatMap((field) =>
    field.kind === 'items' && field.fills ? [field.fills] : [],
  )

/** 转出的事项：补充情况. */
function relayText({ to, step }: Relay, { steps }: Procedure, { rules, say, words }: Speech): string {
  const known = steps[step]
  return `${rules.panel.relaysTo[to]}${known ? `${words.colon}${say(known.title)}` : ''}`
}
