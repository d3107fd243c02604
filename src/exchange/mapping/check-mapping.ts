import type { Field, Form } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { createTimeReader } from '../table/local-time.ts'
import {
  type ImportMapping,
  type MappingFault,
  mappingRefused,
  type UnitSource,
  type ValueSource,
} from './import-mapping.ts'
import { columnsOf, fixedValuesOf } from './source-value.ts'
import { creatingSources } from './unit-names.ts'

const fault = (at: string, zh: string, en: string): MappingFault => ({ at, zh, en })

/**
 * Checks a mapping against the file's headings and the tenant's definitions before any row is read.
 * @throws AnlanError import-refused with every fault
 */
export function checkMapping(mapping: ImportMapping, headings: readonly string[], rulebook: Rulebook): void {
  const faults = [
    ...columnFaults(mapping, headings),
    ...timeFaults(mapping),
    ...unitFaults(mapping, rulebook),
    ...definitionFaults(mapping, rulebook),
  ]
  if (faults.length > 0) throw mappingRefused(faults)
}

function columnFaults(mapping: ImportMapping, headings: readonly string[]): MappingFault[] {
  const named: [string, string[]][] = [
    ['key', [mapping.key]],
    ['opened', [mapping.opened]],
    ['due', mapping.due ? [mapping.due.column] : []],
    ['kind', typeof mapping.kind === 'string' ? [] : [mapping.kind.column]],
    ['unit', columnsOf(mapping.unit)],
    ['channel', typeof mapping.channel === 'string' ? [] : [mapping.channel.column]],
    ...Object.entries(mapping.form).map(([name, source]): [string, string[]] => [`form.${name}`, columnsOf(source)]),
    ...(mapping.steps ?? []).flatMap((step, index): [string, string[]][] => [
      [`steps.${index}.at`, [step.at]],
      [`steps.${index}.when`, [step.when ?? []].flat().map(({ column }) => column)],
      ...Object.entries(step.form ?? {}).map(([name, source]): [string, string[]] => [
        `steps.${index}.form.${name}`,
        columnsOf(source),
      ]),
    ]),
  ]
  return named.flatMap(([at, columns]) =>
    columns
      .filter((column) => !headings.includes(column))
      .map((column) => fault(at, `表里没有“${column}”这一列`, `the file has no column "${column}"`)),
  )
}

function timeFaults({ time }: ImportMapping): MappingFault[] {
  try {
    createTimeReader(time.zone, time.format)
    return []
  } catch (cause) {
    return [
      fault(
        'time',
        `时区或格式不对：${(cause as Error).message}`,
        `zone or format does not fit: ${(cause as Error).message}`,
      ),
    ]
  }
}

function unitFaults(mapping: ImportMapping, { directory }: Rulebook): MappingFault[] {
  return creatingSources(mapping).flatMap(({ column, createUnits }) =>
    createUnits && !directory.units[createUnits.under]
      ? [
          fault(
            column,
            `没有上级单位“${createUnits.under}”`,
            `there is no unit "${createUnits.under}" to make units under`,
          ),
        ]
      : [],
  )
}

function definitionFaults(mapping: ImportMapping, { procedures }: Rulebook): MappingFault[] {
  const kinds = typeof mapping.kind === 'string' ? [mapping.kind] : fixedValuesOf(mapping.kind)
  return kinds.flatMap((kind) => {
    const versions = procedures.filter(({ id }) => id === kind)
    const procedure = versions.at(-1)
    if (!procedure) return [fault('kind', `没有“${kind}”这一类事项`, `there is no kind of matter "${kind}"`)]
    return [
      ...formFaults('form', procedure.forms[procedure.opening.form], mapping.form),
      ...dueFaults(mapping, procedure),
      ...(mapping.steps ?? []).flatMap((step, index) =>
        stepFaults(`steps.${index}`, step.step, step.form ?? {}, procedure),
      ),
    ]
  })
}

const dueFaults = ({ due }: ImportMapping, procedure: Procedure): MappingFault[] =>
  (due?.deadlines ?? [])
    .filter((deadline) => !procedure.deadlines[deadline])
    .map((deadline) =>
      fault('due.deadlines', `${procedure.id} 没有期限“${deadline}”`, `${procedure.id} has no deadline "${deadline}"`),
    )

function stepFaults(
  at: string,
  stepId: string,
  form: Readonly<Record<string, ValueSource>>,
  procedure: Procedure,
): MappingFault[] {
  const step = procedure.steps[stepId]
  if (!step)
    return [fault(`${at}.step`, `${procedure.id} 没有“${stepId}”这一步`, `${procedure.id} has no step "${stepId}"`)]
  return formFaults(`${at}.form`, procedure.forms[step.form ?? ''] ?? { title: step.title, fields: {} }, form)
}

function formFaults(
  at: string,
  form: Form | undefined,
  sources: Readonly<Record<string, ValueSource | UnitSource>>,
): MappingFault[] {
  const fields = form?.fields ?? {}
  const unknown = Object.keys(sources).filter((name) => !fields[name])
  const missing = Object.entries(fields).filter(
    ([name, field]) => field.required && !field.when && sources[name] === undefined,
  )
  return [
    ...unknown.map((name) => fault(`${at}.${name}`, '表单没有这一项', 'the form has no such field')),
    ...missing.map(([name, field]) =>
      fault(`${at}.${name}`, `必填：${field.title.zh}`, `is required: ${field.title.en}`),
    ),
    ...Object.entries(sources).flatMap(([name, source]) => optionFaults(`${at}.${name}`, fields[name], source)),
  ]
}

/** A value table may only lead to options the field has. */
function optionFaults(at: string, field: Field | undefined, source: ValueSource | UnitSource): MappingFault[] {
  const { options } = field ?? {}
  if (!options || field?.kind === 'unit') return []
  const odd = [...new Set(fixedValuesOf(source))].filter((value) => !Object.hasOwn(options, value))
  return odd.map((value) =>
    fault(
      at,
      `没有“${value}”这个选项，有：${Object.keys(options).join('、')}`,
      `"${value}" is no option; there are: ${Object.keys(options).join(', ')}`,
    ),
  )
}
