import type { Procedure } from '../../domain/procedure/procedure.ts'
import { isDay } from '../../domain/time/time.ts'
import { type Fault, fault } from './fault.ts'

/** What a definition is called, from when it holds, and that no other is mistaken for it. */
export function identityFaults(procedure: Procedure, all: readonly Procedure[]): Fault[] {
  const { id, version, effectiveOn, prefix } = procedure
  const others = all.filter((other) => other !== procedure)
  return [
    ...(/^[a-z][a-zA-Z0-9]*$/.test(id)
      ? []
      : [
          fault(
            'id',
            '要以小写字母开头，只用字母和数字',
            'must begin with a small letter and hold only letters and digits',
          ),
        ]),
    ...(/^[A-Z]{2}$/.test(prefix) ? [] : [fault('prefix', '要是两个大写字母', 'must be two capital letters')]),
    ...(isDay(effectiveOn)
      ? []
      : [
          fault(
            'effectiveOn',
            `${effectiveOn}不是1949到2100年间日历上的日期`,
            `${effectiveOn} is no day of the calendar from 1949 to 2100`,
          ),
        ]),
    ...others
      .filter((other) => other.id !== id && other.prefix === prefix)
      .map((other) => fault('prefix', `${other.id}已用了${prefix}`, `${other.id} uses ${prefix} already`)),
    ...others
      .filter((other) => other.id === id && other.prefix !== prefix)
      .map((other) =>
        fault(
          'prefix',
          `${id}第${other.version}版用的是${other.prefix}，编号开头不能变`,
          `version ${other.version} of ${id} uses ${other.prefix}, and references keep their letters`,
        ),
      ),
    ...(all.filter((other) => other.id === id && other.version === version).length > 1
      ? [fault('version', `${id}第${version}版列了两次`, `version ${version} of ${id} is listed twice`)]
      : []),
    ...orderFaults(procedure, others),
  ]
}

/** A later version holds from a later day, and none is left out. */
function orderFaults({ id, version, effectiveOn }: Procedure, others: readonly Procedure[]): Fault[] {
  if (version <= 1) return []
  const before = others.find((other) => other.id === id && other.version === version - 1)
  if (!before)
    return [fault('version', `没有${id}第${version - 1}版`, `there is no version ${version - 1} of ${id} before it`)]
  return effectiveOn > before.effectiveOn
    ? []
    : [
        fault(
          'effectiveOn',
          `不晚于第${before.version}版的${before.effectiveOn}`,
          `is not after that of version ${before.version}, ${before.effectiveOn}`,
        ),
      ]
}
