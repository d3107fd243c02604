import type { Field } from '../../../domain/procedure/form.ts'
import { columnsOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault } from '../fault.ts'
import { fieldsNamed, isDone, own } from '../reading.ts'

const TIMES: readonly Field['kind'][] = ['date', 'dateTime']

/** Who acts for whom, and until when, must be asked somewhere, as posts and as times; and in a state that is not over. */
export function standInFaults(procedure: Procedure): Fault[] {
  const { standsIn } = procedure
  if (!standsIn) return []
  const asks = (name: string, kinds: readonly Field['kind'][], path: string): Fault[] => {
    const columns = fieldsNamed(procedure, standsIn.rows ?? '').flatMap((field) => own(columnsOf(field), name) ?? [])
    const found = columns.length > 0 ? columns : fieldsNamed(procedure, name)
    if (found.length > 0 && found.every(({ kind }) => kinds.includes(kind))) return []
    return [
      kinds === TIMES
        ? fault(`standsIn.${path}`, `没有一问答出日期或者时间：${name}`, `no question asks a day or a moment: ${name}`)
        : fault(`standsIn.${path}`, `没有一问答出岗位：${name}`, `no question asks a post: ${name}`),
    ]
  }
  const { rows } = standsIn
  const rowFields = rows === undefined ? [] : fieldsNamed(procedure, rows)
  return [
    ...standsIn.states.flatMap((state, index) =>
      own(procedure.states, state) && !isDone(procedure, state)
        ? []
        : [
            fault(
              `standsIn.states.${index}`,
              `代岗只在没有办结的状态里算数：${state}`,
              `somebody stands in only in a state that is not over: ${state}`,
            ),
          ],
    ),
    ...(rows !== undefined && !rowFields.some(({ kind }) => kind === 'items')
      ? [fault('standsIn.rows', `没有这样的表格题：${rows}`, `no question has these rows: ${rows}`)]
      : []),
    ...asks(standsIn.for, ['post'], 'for'),
    ...standsIn.by.flatMap((name) => asks(name, ['post'], 'by')),
    ...asks(standsIn.from, TIMES, 'from'),
    ...asks(standsIn.until, TIMES, 'until'),
  ]
}
