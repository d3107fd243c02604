import { type ImportMapping, listOf, type UnitSource, type ValueSource } from './import-mapping.ts'
import { columnsOf } from './source-value.ts'

/** The columns a mapping reads, each with the part of the mapping that names it. */
export function namedColumns(mapping: ImportMapping): readonly (readonly [at: string, columns: readonly string[]])[] {
  const { key, number, opened, due, kind, unit, channel, form, steps, where } = mapping
  return [
    ['key', listOf(key)],
    ['number', listOf(number)],
    ['opened', listOf(opened)],
    ['due', due ? [due.column] : []],
    ['kind', typeof kind === 'string' ? [] : [kind.column]],
    ['unit', unitColumns(unit)],
    ['channel', typeof channel === 'string' ? [] : [channel.column]],
    ['where', listOf(where).map(({ column }) => column)],
    ...Object.entries(form).map(([name, source]) => [`form.${name}`, unitColumns(source)] as const),
    ...(steps ?? []).flatMap((step, index) => [
      [`steps.${index}.at`, listOf(step.at)] as const,
      [`steps.${index}.when`, listOf(step.when).map(({ column }) => column)] as const,
      ...Object.entries(step.form ?? {}).map(
        ([name, source]) => [`steps.${index}.form.${name}`, columnsOf(source)] as const,
      ),
    ]),
  ]
}

/** The columns of a source, with those of the units above where it names a unit. */
export const unitColumns = (source: ValueSource | UnitSource): string[] => [
  ...columnsOf(source),
  ...(typeof source === 'object' && 'in' in source ? listOf(source.in as string | string[] | undefined) : []),
]

/** Every column a mapping reads, once. */
export const wantedColumns = (mapping: ImportMapping): string[] => [
  ...new Set(namedColumns(mapping).flatMap(([, columns]) => columns)),
]
