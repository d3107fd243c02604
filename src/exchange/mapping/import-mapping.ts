import { z } from 'zod'
import { CHANNELS } from '../../domain/matter/matter.ts'
import { AnlanError } from '../../domain/wording/errors.ts'

const column = z.string().min(1)

/** Looks a cell up in a table; a cell that is not in it takes the default, or makes the row unusable. */
const lookup = z.strictObject({
  column,
  values: z.record(z.string(), z.string()).optional(),
  default: z.string().optional(),
})

/** A fixed text with `{column}` put in, a table, or a list of which the first that is not empty counts. */
const source = z.union([z.string(), lookup, z.array(z.union([z.string(), lookup])).min(1)])

const unitSource = z.union([
  z.string(),
  lookup.extend({
    /** Units that are not known yet are made under this one; without it their rows are rejected. */
    createUnits: z
      .strictObject({
        under: z.string().min(1),
        kind: z.enum(['county', 'township', 'village', 'department', 'court', 'centre']),
      })
      .optional(),
  }),
])

const condition = z.strictObject({ column, is: z.array(z.string()).min(1) })

const step = z.strictObject({
  step: z.string().min(1),
  /** The column with the moment of the step; a row whose cell is empty does not take it. */
  at: column,
  when: z.union([condition, z.array(condition).min(1)]).optional(),
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
    .strictObject({ encoding: z.enum(['utf-8', 'gb18030']).optional(), delimiter: z.string().length(1).optional() })
    .optional(),
  time: z.strictObject({ zone: z.string().min(1), format: z.string().min(1) }),
  /** The column that names a row for good: a case number. */
  key: column,
  kind: z.union([z.string().min(1), lookup]),
  opened: column,
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

/** Reads a mapping file. @throws AnlanError import-refused with one line for each thing that does not fit */
export function readMapping(text: string): ImportMapping {
  const parsed = mapping.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw mappingRefused(
    parsed.error.issues.map((issue) => ({ at: issue.path.join('.') || '(file)', zh: zhOf(issue), en: issue.message })),
  )
}

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
    throw mappingRefused([
      { at: '(file)', zh: `不是 JSON：${(cause as Error).message}`, en: `is not JSON: ${(cause as Error).message}` },
    ])
  }
}

function zhOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `不认识：${issue.keys.join('、')}`
  if (issue.code === 'invalid_type') return `类型不对，要 ${issue.expected}`
  if (issue.code === 'invalid_format') return '写法不对'
  if (issue.code === 'invalid_value') return `只能是：${issue.values.map(String).join('、')}`
  return '写法不对，见 docs/import.md'
}
