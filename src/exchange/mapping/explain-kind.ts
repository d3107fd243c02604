import { LEVELS } from '../../domain/matter/level.ts'
import { CHANNELS } from '../../domain/matter/matter.ts'
import { type Field, isInLedgers, optionsOf } from '../../domain/procedure/form.ts'
import { type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { ImportMapping, ValueSource } from './import-mapping.ts'

export type ExplainedField = {
  readonly id: string
  readonly title: Text
  readonly kind: Field['kind']
  readonly required: boolean
  readonly most?: number
  readonly options?: Readonly<Record<string, Text>>
}

export type ExplainedStep = {
  readonly id: string
  readonly title: Text
  readonly from: readonly string[] | 'open'
  readonly to?: string
  /** Only an import takes it: it says how the former ledger ended the matter. */
  readonly imported: boolean
  readonly fields: readonly ExplainedField[]
}

/** All that a mapping for a kind of matter may name. */
export type ExplainedKind = {
  readonly kind: string
  readonly title: Text
  readonly fields: readonly ExplainedField[]
  readonly steps: readonly ExplainedStep[]
  readonly states: Readonly<Record<string, Text>>
  readonly deadlines: Readonly<Record<string, Text>>
  readonly channels: readonly string[]
  /** A mapping that works for a file with these headings, in the words of the form. */
  readonly example: { readonly headings: readonly string[]; readonly mapping: ImportMapping }
}

/** What a mapping for this kind may name, with an example. @param unitId the unit of the example */
export function explainKind(procedure: Procedure, unitId: string): ExplainedKind {
  return {
    kind: procedure.id,
    title: procedure.title,
    fields: fieldsOf(procedure, procedure.opening.form),
    steps: Object.entries(procedure.steps).map(([id, step]) => explainStep(procedure, id, step)),
    states: Object.fromEntries(Object.entries(procedure.states).map(([id, { title }]) => [id, title])),
    deadlines: Object.fromEntries(Object.entries(procedure.deadlines).map(([id, { title }]) => [id, title])),
    channels: CHANNELS,
    example: exampleOf(procedure, unitId),
  }
}

const explainStep = (procedure: Procedure, id: string, step: Step): ExplainedStep => ({
  id,
  title: step.title,
  from: step.from,
  ...(step.to === undefined ? {} : { to: targetsOf(step).join(' | ') }),
  imported: step.imported === true,
  fields: fieldsOf(procedure, step.form),
})

const fieldsOf = ({ forms }: Procedure, formId: string | undefined): ExplainedField[] =>
  Object.entries(forms[formId ?? '']?.fields ?? {})
    // Files, rows, posts and records do not come from a cell.
    .filter(([, field]) => isInLedgers(field))
    .map(([id, field]) => {
      const options = optionsOf(field) ?? (field.kind === 'level' ? titlesOfLevels : undefined)
      return {
        id,
        title: field.title,
        kind: field.kind,
        required: field.required === true,
        ...('max' in field && field.max !== undefined ? { most: field.max } : {}),
        ...(options ? { options } : {}),
      }
    })

const titlesOfLevels = Object.fromEntries(Object.entries(LEVELS).map(([id, { title }]) => [id, title]))

function exampleOf(procedure: Procedure, unitId: string): ExplainedKind['example'] {
  const asked = Object.entries(procedure.forms[procedure.opening.form]?.fields ?? {}).filter(
    ([, field]) => field.required && !field.when && isInLedgers(field),
  )
  const titles = asked.map(([, { title }]) => title.zh)
  const end = Object.entries(procedure.steps).find(([, { imported, to }]) => imported && to)
  const sourceOf = (title: string, { kind }: Field): ValueSource =>
    kind === 'text' || kind === 'longText' ? `{${title}}` : { column: title }
  return {
    headings: ['编号', '登记日期', ...titles, '办结日期', '结果'],
    mapping: {
      name: `${procedure.id.toLowerCase()}-ledger`,
      key: '编号',
      kind: procedure.id,
      opened: '登记日期',
      unit: unitId,
      channel: 'import',
      form: Object.fromEntries(asked.map(([id, field]) => [id, sourceOf(field.title.zh, field)])),
      ...(end ? { steps: [{ step: end[0], at: '办结日期', form: { formerResult: '{结果}' } }] } : {}),
    },
  }
}
