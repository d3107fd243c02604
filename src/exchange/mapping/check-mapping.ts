import { type Field, type Form, isInLedgers, optionsOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Headings } from '../table/headings.ts'
import { createLedgerTimes, isOneZone } from '../table/ledger-times.ts'
import {
  type ImportMapping,
  type MappingFault,
  mappingRefused,
  type UnitSource,
  type ValueSource,
} from './import-mapping.ts'
import { namedColumns } from './mapping-columns.ts'
import { refusedHeading } from './refused-headings.ts'
import { timeRules } from './row-times.ts'
import { fixedValuesOf, optionOf } from './source-value.ts'
import { creatingSources } from './unit-names.ts'

const fault = (at: string, zh: string, en: string): MappingFault => ({ at, zh, en })

/**
 * Checks a mapping against the file's headings and the tenant's definitions before any row is read.
 * @throws AnlanError import-refused with every fault
 */
export function checkMapping(mapping: ImportMapping, headings: Headings, rulebook: Rulebook): void {
  const faults = [
    ...columnFaults(mapping, headings),
    ...refusedColumns(mapping),
    ...timeFaults(mapping),
    ...unitFaults(mapping, rulebook),
    ...definitionFaults(mapping, rulebook),
  ]
  if (faults.length > 0) throw mappingRefused(faults)
}

function columnFaults(mapping: ImportMapping, { names, places }: Headings): MappingFault[] {
  return namedColumns(mapping).flatMap(([at, columns]) =>
    columns.flatMap((column) => {
      const found = (places[column] ?? []).map((place) => place + 1)
      if (found.length === 1) return []
      if (found.length === 0) {
        const known = names.filter(Boolean).slice(0, 40)
        return [
          fault(
            at,
            `表里没有“${column}”这一列，有：${known.join('、')}`,
            `the file has no column "${column}"; it has: ${known.join(', ')}`,
          ),
        ]
      }
      return [
        fault(
          at,
          `第${found.join('、')}列都叫“${column}”，写“#${found.join('”或“#')}”指明是哪一列`,
          `columns ${found.join(', ')} are all called "${column}"; say which with "#${found.join('" or "#')}"`,
        ),
      ]
    }),
  )
}

/** What tells of a person what no matter needs is taken in from no ledger, whoever wrote the mapping. */
const refusedColumns = (mapping: ImportMapping): MappingFault[] =>
  namedColumns(mapping).flatMap(([at, columns]) =>
    columns.flatMap((column) => {
      const why = refusedHeading(column)
      return why ? [fault(at, `“${column}”这一列不能收：${why.zh}`, `column "${column}": ${why.en}`)] : []
    }),
  )

function timeFaults(mapping: ImportMapping): MappingFault[] {
  const rules = timeRules(mapping)
  if (!isOneZone(rules.zone))
    return [
      fault(
        'time.zone',
        `“${rules.zone}”可以是几个时区（CST 既是中国也是美国中部），写 Asia/Shanghai 这样的全名`,
        `"${rules.zone}" may be several zones (CST is China and America/Chicago alike); write a full name such as Asia/Shanghai`,
      ),
    ]
  try {
    createLedgerTimes(rules)
    return []
  } catch (cause) {
    const { message } = cause as Error
    return [fault('time', `时区或格式不对：${message}`, `zone or format does not fit: ${message}`)]
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
  const known = kinds.flatMap((kind) => procedures.filter(({ id }) => id === kind).at(-1) ?? [])
  const unknown = kinds.filter((kind) => !procedures.some(({ id }) => id === kind))
  return [
    ...unknown.map((kind) => fault('kind', `没有“${kind}”这一类事项`, `there is no kind of matter "${kind}"`)),
    ...known.flatMap((procedure) => [
      ...formFaults('form', procedure.forms[procedure.opening.form], mapping.form),
      ...dueFaults(mapping, procedure),
    ]),
    ...(known.length > 0 ? stepsFaults(mapping, known) : []),
  ]
}

/** Where one file holds several kinds, a step belongs to those that have it. */
function stepsFaults({ steps = [] }: ImportMapping, procedures: readonly Procedure[]): MappingFault[] {
  return steps.flatMap(({ step, form = {} }, index) => {
    const having = procedures.filter((procedure) => Object.hasOwn(procedure.steps, step))
    const names = procedures.map(({ id }) => id).join(', ')
    return having.length > 0
      ? having.flatMap((procedure) => stepFaults(`steps.${index}`, step, form, procedure))
      : [fault(`steps.${index}.step`, `${names} 没有“${step}”这一步`, `${names} has no step "${step}"`)]
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
  const asked = procedure.forms[step?.form ?? ''] ?? { title: procedure.title, fields: {} }
  return formFaults(`${at}.form`, asked, form)
}

function formFaults(
  at: string,
  form: Form | undefined,
  sources: Readonly<Record<string, ValueSource | UnitSource>>,
): MappingFault[] {
  const fields = form?.fields ?? {}
  const unknown = Object.keys(sources).filter((name) => !fields[name])
  const missing = Object.entries(fields).filter(
    ([name, field]) => field.required && isInLedgers(field) && !field.when && sources[name] === undefined,
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
  const options = optionsOf(field)
  if (!options) return []
  const odd = [...new Set(fixedValuesOf(source))].filter((value) => optionOf(options, value) === undefined)
  return odd.map((value) =>
    fault(
      at,
      `没有“${value}”这个选项，有：${Object.keys(options).join('、')}`,
      `"${value}" is no option; there are: ${Object.keys(options).join(', ')}`,
    ),
  )
}
