import { unitsBelow } from '../../domain/bulletins/countable.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Directory, Unit } from '../../domain/unit/unit.ts'
import { type Text, text } from '../../domain/wording/text.ts'

/** The units below one that a reader may hold beside each other, and those of which the reader sees no more than single matters. */
export type LineUnits = {
  readonly units: readonly Unit[]
  readonly outOfSight: readonly Unit[]
  /** All of them are in sight, and what the unit has itself. */
  readonly isWhole: boolean
}

/** Units by the reader's sight: at or below the own unit. Whoever sees a part of a unit's matters would read a false figure of it. */
export function lineUnits(directory: Directory, unitId: string, { unitPath }: Pick<Actor, 'unitPath'>): LineUnits {
  const below = unitsBelow(directory, unitId)
  const isInSight = ({ path }: Pick<Unit, 'path'>) => path.startsWith(unitPath)
  return {
    units: below.filter(isInSight),
    outOfSight: below.filter((unit) => !isInSight(unit)),
    isWhole: isInSight(directory.units[unitId] ?? { path: '?' }),
  }
}

/** Names beyond this many are counted. */
const MOST_NAMES = 6

/** Which units are compared, which are not, and why. */
export function sightText(
  { units, outOfSight }: LineUnits,
  top: Text,
  { by, isAll }: { readonly by: 'place' | undefined; readonly isAll: boolean },
): Text {
  const [zhMore, enMore] =
    by === 'place' && !isAll
      ? [
          '在这里发生、由别的单位办的，您看不到的不在内。',
          ' What happened there and is handled elsewhere, out of your sight, is not counted.',
        ]
      : ['', '']
  if (outOfSight.length > 0) {
    const inSight = units.length === 0 ? text('这里的单位', 'no unit here') : namesOf(units)
    const zhWhy = units.length === 0 ? '这里的单位您都看不到' : `您只看得到${inSight.zh}的事项`
    const rest = namesOf(outOfSight)
    return text(
      `${zhWhy}，所以没有比的有${outOfSight.length}个：${rest.zh}。${zhMore}`,
      `You see ${units.length === 0 ? 'none of these units' : `the matters of ${inSight.en} alone`}, so ${outOfSight.length} are not compared: ${rest.en}.${enMore}`,
    )
  }
  if (units.length === 0)
    return text(
      `${top.zh}没有下级单位，只有它自己的数。${zhMore}`,
      `${top.en} has no units below it: only its own figures.${enMore}`,
    )
  return text(
    `比的是${top.zh}下面的${units.length}个单位，都在您看得到的范围里。${zhMore}`,
    `Compared are the ${units.length} units below ${top.en}, all in your sight.${enMore}`,
  )
}

function namesOf(units: readonly Unit[]): Text {
  const shown = units.slice(0, MOST_NAMES)
  const isCut = shown.length < units.length
  return text(
    shown.map(({ name }) => name.zh).join('、') + (isCut ? '等' : ''),
    shown.map(({ name }) => name.en).join(', ') + (isCut ? ' and others' : ''),
  )
}
