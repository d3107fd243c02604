import {
  type Computed,
  columnsOf,
  type Field,
  type FieldOf,
  type Fields,
  type Ladder,
  type When,
} from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { answersOf, fieldsNamed, fieldsOf, own } from '../reading.ts'

/** A number that is worked out has numbers to be worked out from, and a level by bands a number and a reason. */
export const numberFaults = (procedure: Procedure): Fault[] =>
  fieldsOf(procedure).flatMap(({ path, field, form }) => {
    const beside = own(procedure.forms, form)?.fields ?? {}
    if (field.kind === 'number' && field.computed)
      return computedFaults(procedure, field.computed, beside, `${path}.computed`)
    return field.kind === 'level' && field.bands ? bandFaults(field, beside, `${path}.bands`) : []
  })

const isNumber = (field: Field | undefined) => field?.kind === 'number' || field?.kind === 'choice'

function computedFaults(procedure: Procedure, computed: Computed, beside: Fields, path: string): Fault[] {
  if ('times' in computed)
    return fieldsNamed(procedure, computed.times).some(({ kind }) => kind === 'record')
      ? faultsAt(computed.without, `${path}.without`, (outcome, at) =>
          own(procedure.outcomes, outcome)
            ? undefined
            : fault(at, `没有“${outcome}”这个结果`, `there is no outcome "${outcome}"`),
        )
      : [
          fault(
            `${path}.times`,
            `没有“${computed.times}”这个引用记录的问题`,
            `no question "${computed.times}" names a record`,
          ),
        ]
  if ('count' in computed) return countedFaults(computed.count, computed.where, beside, path, 'count')
  if ('of' in computed) {
    const [key, rows] = ('mean' in computed ? ['mean', computed.mean] : ['sum', computed.sum]) as readonly [
      string,
      string,
    ]
    const column = own(columnsOf(own(beside, rows)), computed.of)
    return [
      ...(column?.kind === 'number'
        ? []
        : [
            fault(
              `${path}.of`,
              `“${rows}”里没有“${computed.of}”这一列数字`,
              `"${rows}" has no column of numbers "${computed.of}"`,
            ),
          ]),
      ...countedFaults(rows, computed.where, beside, path, key),
    ]
  }
  return Object.entries(namesIn(computed)).flatMap(([key, names]) =>
    faultsAt(names, `${path}.${key}`, (name, at) =>
      isNumber(own(beside, name))
        ? undefined
        : fault(at, `同一张表里没有“${name}”这个数字`, `the same form has no number "${name}"`),
    ),
  )
}

type OfAnswers = Exclude<Computed, { count: unknown } | { of: unknown } | { times: unknown }>

/** The answers that a number is worked out from, by key. */
function namesIn(computed: OfAnswers): Readonly<Record<string, readonly string[]>> {
  if ('product' in computed) return { product: computed.product }
  if ('share' in computed) return { share: [computed.share], outOf: [computed.outOf] }
  return 'from' in computed ? { from: [computed.from], less: computed.less } : { sum: computed.sum }
}

/** Rows that are counted are rows of the same form, told apart by answers that a column offers. */
function countedFaults(rows: string, where: readonly When[] = [], beside: Fields, path: string, key: string): Fault[] {
  const asked = own(beside, rows)
  if (asked?.kind !== 'items')
    return [fault(`${path}.${key}`, `同一张表里没有“${rows}”这组行`, `the same form has no rows "${rows}"`)]
  return faultsAt(where, `${path}.where`, ({ field, is }, at) => {
    const column = own(asked.fields, field)
    const answers = column && answersOf(column)
    if (!answers) return fault(`${at}.field`, `“${rows}”里没有“${field}”这个选择`, `"${rows}" has no choice "${field}"`)
    return faultsAt(is, `${at}.is`, (answer, place) =>
      answers.includes(answer)
        ? undefined
        : fault(place, `“${field}”没有“${answer}”这一项`, `"${field}" has no answer "${answer}"`),
    )
  })
}

function bandFaults(field: FieldOf<'level'>, beside: Fields, path: string): Fault[] {
  if (!field.bands) return []
  const { lowerBecause, and } = field.bands
  const reason = own(beside, lowerBecause)
  return [
    ...ladderFaults(field.bands, field, beside, path),
    ...faultsAt(and, `${path}.and`, (ladder, at) => ladderFaults(ladder, field, beside, at)),
    ...(reason?.kind === 'text' || reason?.kind === 'longText'
      ? []
      : [
          fault(
            `${path}.lowerBecause`,
            `同一张表里没有“${lowerBecause}”这段说明`,
            `the same form has no text "${lowerBecause}"`,
          ),
        ]),
  ]
}

const ladderFaults = ({ of, from }: Ladder, { options }: FieldOf<'level'>, beside: Fields, path: string): Fault[] => [
  ...(own(beside, of)?.kind === 'number'
    ? []
    : [fault(`${path}.of`, `同一张表里没有“${of}”这个数字`, `the same form has no number "${of}"`)]),
  ...faultsAt(from, `${path}.from`, ({ atLeast, level }, at) => {
    const index = Number(at.slice(at.lastIndexOf('.') + 1))
    const before = from[index - 1]
    return [
      ...(before && before.atLeast >= atLeast
        ? [fault(`${at}.atLeast`, '要大于前一段', 'must be above the band before')]
        : []),
      ...(options && !own(options, level)
        ? [fault(`${at}.level`, `没有“${level}”这一级`, `there is no level "${level}" to choose`)]
        : []),
    ]
  }),
]
