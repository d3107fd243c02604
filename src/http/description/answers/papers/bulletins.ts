import { z } from 'zod'
import {
  BLOCK_KINDS,
  type Block,
  BULLETIN_DOINGS,
  BULLETIN_KINDS,
  BULLETIN_STATES,
  type BulletinRow,
  type BulletinView,
} from '../../../../domain/bulletins/bulletin.ts'
import type { CaseProposals, FigureRows } from '../../../../domain/bulletins/figure-rows.ts'
import { type BulletinFigures, DIMENSIONS, type FigureLine } from '../../../../domain/bulletins/figures.ts'
import { PERIOD_KINDS, SIDES } from '../../../../domain/bulletins/period.ts'
import { COUNTED } from '../../../../domain/counts/count-row.ts'
import { day, instant, text } from '../common.ts'
import { described, optional } from '../described.ts'

export const told = z.union([z.int(), z.enum(['few', 'hidden'])]).meta({ id: 'ToldCount' })
const numbers = z.strictObject({
  opened: told,
  closed: told,
  onTime: told,
  late: told,
  returned: told,
  open: told,
  overdue: told,
})
const line = described<FigureLine>()(
  z.strictObject({ key: z.string(), now: numbers, before: numbers, year: numbers }).meta({ id: 'FigureLine' }),
)
const span = z.strictObject({ from: instant, at: instant })
const figures = described<BulletinFigures>()(
  z
    .strictObject({
      countedAt: instant,
      spans: z.strictObject({ now: span, before: span, year: span }),
      all: line,
      units: z.array(line),
      kinds: z.array(line),
      categories: z.array(line),
      months: z.array(z.strictObject({ month: z.string(), opened: told, closed: told })),
      longest: z.array(z.strictObject({ key: z.string(), days: z.int() })),
      words: z.strictObject({
        units: optional(
          z.strictObject({ sentence: text, each: z.array(z.strictObject({ key: z.string(), word: text })) }),
        ),
        months: optional(text),
      }),
      exact: z.boolean(),
    })
    .meta({ id: 'BulletinFigures' }),
)
const act = z.strictObject({ at: instant, personName: z.string(), postId: z.string() })
const name = z.strictObject({
  id: z.uuid(),
  kind: z.enum(BULLETIN_KINDS),
  year: optional(z.int()),
  number: optional(z.int()),
})
const row = {
  id: z.uuid(),
  kind: z.enum(BULLETIN_KINDS),
  title: z.string(),
  unitId: z.string(),
  period: z.strictObject({ kind: z.enum(PERIOD_KINDS), from: day, to: day }),
  state: z.enum(BULLETIN_STATES),
  year: optional(z.int()),
  number: optional(z.int()),
  changed: act,
  signed: optional(act),
  issued: optional(act),
  corrects: optional(name),
  correctedBy: optional(name),
}
const block = described<Block>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(BLOCK_KINDS),
    title: z.string(),
    text: z.string(),
    cases: optional(z.array(z.strictObject({ matterId: optional(z.uuid()), title: z.string(), text: z.string() }))),
  }),
)
const bulletinRow = described<BulletinRow>()(z.strictObject(row).meta({ id: 'BulletinRow' }))
export const bulletinList = z.strictObject({
  mayWrite: z.boolean(),
  kinds: z.array(z.string()),
  bulletins: z.array(bulletinRow),
})
export const bulletin = described<BulletinView>()(
  z
    .strictObject({
      ...row,
      version: z.int(),
      scope: z.strictObject({ unitId: z.string(), kinds: z.array(z.string()) }),
      blocks: z.array(block),
      figures,
      may: z.array(z.enum(BULLETIN_DOINGS)),
    })
    .meta({ id: 'Bulletin' }),
)
export const bulletinChanged = z.strictObject({ id: z.uuid(), version: z.int() })
export const figureRows = described<FigureRows>()(
  z.strictObject({
    code: z.string(),
    counted: z.enum(COUNTED),
    side: z.enum(SIDES),
    span,
    of: optional(z.enum([...DIMENSIONS, 'months'])),
    key: optional(z.string()),
    month: optional(z.string()),
    count: told,
    found: z.int(),
    page: z.int(),
    pages: z.int(),
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        reference: z.string(),
        title: z.string(),
        procedure: z.string(),
        procedureVersion: z.int(),
        category: optional(z.string()),
        unitId: z.string(),
        openedAt: instant,
        closedAt: optional(instant),
        daysOverdue: optional(z.int()),
      }),
    ),
  }),
)
export const caseProposals = described<CaseProposals>()(
  z.strictObject({
    proposals: z.array(
      z.strictObject({
        matterId: z.uuid(),
        reference: z.string(),
        procedure: z.string(),
        procedureVersion: z.int(),
        matterTitle: z.string(),
        closedAt: instant,
        title: z.string(),
        text: z.string(),
      }),
    ),
    more: z.boolean(),
  }),
)
