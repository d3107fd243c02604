import type { Directory, Unit, UnitKind } from '../../domain/unit/unit.ts'

/** What names of a tier end in. People leave it out, or write the one the place had before. Longer ones first. */
const ENDINGS: Partial<Record<UnitKind, readonly string[]>> = {
  township: ['街道办事处', '街道办', '街道', '镇', '乡', '苏木'],
  village: ['村民委员会', '居民委员会', '村委会', '居委会', '社区', '村', '嘎查'],
}
const TIERS = Object.keys(ENDINGS) as UnitKind[]

/** Called after a village and often far from it: 下塘路, 下塘桥, 下塘新村. Only what the place has itself, a school or a clinic, speaks for it. */
const CALLED_AFTER =
  /^(路|街|巷|弄|大道|道|桥|河|江|湖|溪|港|渠|山|岭|站|线|水库|新村|小区|花园|公寓|大厦|广场|市场|工业园|宾馆|酒店|饭店|超市)/u
/** Before a name these make another one of it: 西青石村 is not 青石村. */
const ANOTHER_NAME = /[东西南北上下大小新老前后]$/u
/** Where one place is not meant. */
const BETWEEN = /交界|之间|方向/u
/** A name of one character stands in too many words to be one without its ending. */
const SHORTEST_STEM = 2
/** What is longer is a story, no place, in characters. */
const LONGEST_TEXT = 500

type Mention = {
  readonly from: number
  readonly to: number
  readonly unit: Unit
  /** False where the letters may belong to another name. */
  readonly isClear: boolean
}

/**
 * The village or township where something is, as people wrote it: 下塘村口, 东浦镇下塘, 青石社区. The first text that names any
 * counts. Undefined when nothing is named, or more than one place could be meant: a proposal for somebody to confirm.
 */
export function proposePlaceUnit(texts: readonly string[], { units }: Directory): Unit | undefined {
  const known = Object.values(units).filter(({ kind }) => TIERS.includes(kind))
  for (const text of texts) {
    if (text.length > LONGEST_TEXT) continue
    const plain = text.normalize('NFKC')
    const mentions = longest(known.flatMap((unit) => mentionsOf(unit, plain)))
    if (mentions.length === 0) continue
    return BETWEEN.test(plain) || mentions.some(({ isClear }) => !isClear) ? undefined : theOneMeant(mentions)
  }
  return undefined
}

function mentionsOf(unit: Unit, text: string): Mention[] {
  const name = unit.name.zh.normalize('NFKC').trim()
  const stem = stemOf(name, unit.kind)
  const found: Mention[] = []
  for (let from = text.indexOf(stem); stem !== '' && from >= 0; from = text.indexOf(stem, from + 1)) {
    const end = from + stem.length
    const length = lengthOfEnding(text.slice(end), unit.kind, stem === name)
    if (length === undefined || (length === 0 && stem !== name && stem.length < SHORTEST_STEM)) continue
    found.push({ from, to: end + length, unit, isClear: !ANOTHER_NAME.test(text.slice(0, from)) })
  }
  return found
}

function stemOf(name: string, kind: UnitKind): string {
  const ending = ENDINGS[kind]?.find((each) => name.endsWith(each) && name.length > each.length)
  return ending ? name.slice(0, -ending.length) : name
}

/** How much of what follows a name belongs to it; undefined when what follows makes something else of it, as 东浦村 of 东浦镇. */
function lengthOfEnding(rest: string, kind: UnitKind, isWhole: boolean): number | undefined {
  const [ending, tier] =
    TIERS.flatMap((each) => (ENDINGS[each] ?? []).map((written) => [written, each] as const))
      .filter(([written]) => rest.startsWith(written))
      .sort(([a], [b]) => b.length - a.length)[0] ?? []
  if (ending !== undefined) return tier === kind ? ending.length : undefined
  return isWhole || !CALLED_AFTER.test(rest) ? 0 : undefined
}

/** Without the names that stand inside longer ones. */
const longest = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(
    ({ from, to }) =>
      !mentions.some((other) => other.from < to && from < other.to && other.to - other.from > to - from),
  )

/** Units in one line, the lowest of them; of villages of one name, the one in the township that is named as well. */
function theOneMeant(mentions: readonly Mention[]): Unit | undefined {
  const alike = (one: Mention) => mentions.filter(({ from, to }) => from < one.to && one.from < to)
  const certain = mentions.flatMap((one) => (alike(one).length === 1 ? [one.unit] : []))
  const meant = mentions.map((one) => {
    const inLine = alike(one)
      .map(({ unit }) => unit)
      .filter((unit) => certain.every((other) => areInLine(unit, other)))
    // 青石 may be the township or its village of that name: in the township it is either way.
    return inLine.every((unit) => inLine.every((other) => areInLine(unit, other))) ? highest(inLine) : undefined
  })
  const all = meant.flatMap((unit) => unit ?? [])
  if (all.length < meant.length || !all.every((unit) => all.every((other) => areInLine(unit, other)))) return undefined
  return all.reduce((low, unit) => (unit.path.length > low.path.length ? unit : low))
}

const areInLine = (a: Unit, b: Unit) => a.path.startsWith(b.path) || b.path.startsWith(a.path)

const highest = (units: readonly Unit[]): Unit | undefined =>
  [...units].sort((a, b) => a.path.length - b.path.length)[0]
