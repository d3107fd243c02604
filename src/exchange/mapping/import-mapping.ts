import { z } from 'zod'
import { CHANNELS } from '../../domain/matter/matter.ts'
import { UNIT_KINDS } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { ENCODINGS } from '../table/text-encoding.ts'

const column = z.string().min(1)
const columns = z.union([column, z.array(column).min(1).max(6)])

/** At most so many characters, cut where a sentence ends. */
const cut = z.int().min(2).max(20_000).optional()

/** Looks a cell up in a table; a cell that is not in it takes the default, stays as it is, or makes the row unusable. */
const lookup = z.strictObject({
  column,
  /** A piece of the cell instead of all of it: `split` at this text, `part` 1 is the first, -1 the last. */
  split: z.string().min(1).max(10).optional(),
  part: z.int().min(-9).max(9).optional(),
  values: z.record(z.string(), z.string()).optional(),
  default: z.string().optional(),
  others: z.literal('keep').optional(),
  cut,
})

const cutText = z.strictObject({ text: z.string().min(1), cut })
const one = z.union([z.string(), cutText, lookup])

/** A fixed text with `{column}` put in, a table, or a list of which the first that is not empty counts. */
const source = z.union([one, z.array(one).min(1)])

const unitSource = z.union([
  z.string(),
  lookup.extend({
    /** The cell is a place in words: the village or township that it names, none where it names none or several. */
    find: z.literal(true).optional(),
    /** The columns of the units above it, highest first: they tell villages of one name apart. */
    in: columns.optional(),
    /** Units that are not known yet are made under this one; without it their rows are rejected. */
    createUnits: z
      .strictObject({
        under: z.string().min(1),
        kind: z.enum(UNIT_KINDS),
        /** Kinds of the units named by `in`, in the same order. */
        kinds: z.array(z.enum(UNIT_KINDS)).max(6).optional(),
      })
      .optional(),
  }),
])

const condition = z
  .strictObject({
    column,
    is: z.array(z.string()).min(1).optional(),
    isNot: z.array(z.string()).min(1).optional(),
    empty: z.boolean().optional(),
  })
  .refine(({ is, isNot, empty }) => is !== undefined || isNot !== undefined || empty !== undefined, {
    message: 'needs is, isNot or empty',
  })
const conditions = z.union([condition, z.array(condition).min(1)])

const step = z.strictObject({
  step: z.string().min(1),
  /** The column with the moment of the step, or several of which the first that is not empty counts; a row without it does not take the step. */
  at: columns,
  when: conditions.optional(),
  form: z.record(z.string(), source).optional(),
  /** Who took it, as far as the source tells: a label, never a name. Steps that another must verify need another label. */
  by: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
})

const mapping = z.strictObject({
  /** Part of each matter's identity: the same row under the same name is the same matter. */
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,60}$/),
  about: z.string().optional(),
  file: z
    .strictObject({
      encoding: z.enum(ENCODINGS).optional(),
      delimiter: z.string().length(1).optional(),
      sheet: z.string().max(100).optional(),
    })
    .optional(),
  time: z
    .strictObject({
      zone: z.string().min(1).optional(),
      format: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
      year: z.int().min(1900).max(2199).optional(),
    })
    .optional(),
  /** The column that names a case for good, its number; or several that do so together. */
  key: columns,
  /** The number by which the ledger knows the case and people search it; the key when not said. */
  number: column.optional(),
  /** What a row is: a case of its own, or one event of a case whose rows share the key. */
  rows: z.enum(['cases', 'events']).optional(),
  /** Only rows where this holds are read. */
  where: conditions.optional(),
  kind: z.union([z.string().min(1), lookup]),
  opened: columns,
  due: z.strictObject({ column, deadlines: z.array(z.string().min(1)).min(1) }).optional(),
  unit: unitSource,
  channel: z.union([
    z.enum(CHANNELS),
    lookup.extend({ values: z.record(z.string(), z.enum(CHANNELS)), default: z.enum(CHANNELS).optional() }),
  ]),
  form: z.record(z.string(), z.union([source, unitSource])),
  steps: z.array(step).optional(),
})

/** How the columns of a file become matters. See docs/import.md. */
export type ImportMapping = z.infer<typeof mapping>
export type ValueSource = z.infer<typeof source>
export type UnitSource = z.infer<typeof unitSource>
export type Lookup = z.infer<typeof lookup>
export type MappedStep = z.infer<typeof step>
export type Condition = z.infer<typeof condition>

/** One or several, as a list. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]

/** Reads a mapping file. @throws AnlanError import-refused with one line for each thing that does not fit */
export function readMapping(text: string): ImportMapping {
  const parsed = mapping.safeParse(parseJson(text.replace(/^\uFEFF/, '')))
  if (parsed.success) return parsed.data
  throw mappingRefused(
    parsed.error.issues.flatMap(deepest).map((issue) => ({
      at: issue.path.join('.') || '(file)',
      zh: zhOf(issue),
      en: issue.message,
    })),
  )
}

/** Of a part that may be written in several ways, the way that came nearest to what was written. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const ways = issue.errors.filter((way) => way.length > 0)
  const nearest = [...ways].sort((a, b) => rank(a) - rank(b))[0]
  if (!nearest) return [issue]
  return nearest.flatMap((inner) => deepest({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue))
}

/** A wrong kind of value at the top says that another way was meant. */
const rank = (way: readonly z.core.$ZodIssue[]): number =>
  way.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0) ? 100 + way.length : way.length

export type MappingFault = { readonly at: string; readonly zh: string; readonly en: string }

/** The error for a mapping that does not fit, with every fault named. */
export function mappingRefused(faults: readonly MappingFault[]): AnlanError {
  const list = (locale: 'zh' | 'en') => faults.map((fault) => `  ${fault.at}: ${fault[locale]}`).join('\n')
  return new AnlanError('import-refused', {
    rule: 'mapping',
    faults,
    text: {
      zh: `对照文件有${faults.length}处不对：\n${list('zh')}`,
      en: `The mapping does not fit in ${faults.length} ${faults.length === 1 ? 'place' : 'places'}:\n${list('en')}`,
    },
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const place = /position (\d+)/.exec((cause as Error).message)?.[1]
    const line = place === undefined ? undefined : text.slice(0, Number(place)).split('\n').length
    const zh = line === undefined ? '不是 JSON：写到一半就没有了' : `不是 JSON：第${line}行读不懂`
    throw mappingRefused([{ at: '(file)', zh, en: `is not JSON: ${(cause as Error).message}` }])
  }
}

const ZH_TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  object: '花括号里的几项',
  array: '方括号里的一列',
  record: '花括号里的对照',
  boolean: 'true 或 false',
}

function zhOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `不认识：${issue.keys.join('、')}`
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? '没有写' : `类型不对，要写${ZH_TYPES[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_format') return '写法不对'
  if (issue.code === 'invalid_value') return `只能是：${issue.values.map(String).join('、')}`
  return '写法不对，见 docs/import.md'
}
