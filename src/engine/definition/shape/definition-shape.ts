import { LINK_TYPES } from '../../../domain/matter/link.ts'
import { DATA_ORDERS, DATA_SERVICES } from '../../../domain/personal/data-orders.ts'
import type {
  DeadlineRule,
  Escalation,
  Exclusion,
  Extension,
  Length,
  Warning,
} from '../../../domain/procedure/deadline.ts'
import type { Form } from '../../../domain/procedure/form.ts'
import type { Reporting } from '../../../domain/procedure/hands/reporting.ts'
import type { StandsIn } from '../../../domain/procedure/hands/stands-in.ts'
import {
  GUARDS,
  type Mark,
  type Procedure,
  type Raising,
  type Relay,
  type Signal,
  type Spawn,
  type State,
  type Step,
  TONES,
} from '../../../domain/procedure/procedure.ts'
import type { CameBack, CascadeRows, Revision } from '../../../domain/procedure/records/learning.ts'
import { CYCLES, type DayInPeriod, type Schedule } from '../../../domain/procedure/schedule.ts'
import type { Seat } from '../../../domain/procedure/seat.ts'
import type { Source } from '../../../domain/procedure/source.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Period } from '../../../domain/time/time.ts'
import { ROLES } from '../../../domain/unit/role.ts'
import type { Sight } from '../../../domain/unit/sight.ts'
import { UNIT_KINDS } from '../../../domain/unit/unit.ts'
import { conditionShape, targetShape } from './condition-shape.ts'
import { crossingShape } from './crossing-shape.ts'
import { fieldShape, periodShape as period, periodUnit, textShape, whenShape } from './field-shape.ts'
import { apart, either, list, object, oneOf, optional, record, type Shape, share, whole, word, yes } from './shape.ts'

const role = oneOf(Object.keys(ROLES))
const roles = list(role, 1)
const link = oneOf(Object.keys(LINK_TYPES))
const names = list(word)
const taker: Shape = either(
  () =>
    object<Exclude<Taker, string>>({
      role,
      at: optional(word),
      is: optional(word),
      below: optional(word),
      outside: optional(word),
    }),
  role,
)
const seat = object<Seat>({
  title: textShape,
  holds: oneOf(['unit', 'post', 'party', 'row']),
  many: optional(yes),
  stands: optional(
    object<NonNullable<Seat['stands']>>({
      asked: optional(textShape),
      signed: optional(textShape),
      answered: optional(textShape),
      refused: optional(textShape),
    }),
  ),
})
const relay = object<Relay>({ to: oneOf(['parent', 'children', 'merged']), step: word, carry: record(word) })
const revision = object<Revision>({
  by: word,
  step: word,
  basis: word,
  carry: optional(record(word)),
  made: object<Revision['made']>({ step: word, names: word }),
})
const periodFromZero = object<Period>({ length: whole(0), unit: periodUnit })

const source = apart(
  object<Source>({
    article: textShape,
    mark: oneOf(['found', 'local', 'recalled', 'product']),
    quote: optional(word),
  }),
)

const length: Shape = either(
  (value) =>
    'dayIn' in value
      ? object<Extract<Length, { dayIn: string }>>({ dayIn: word })
      : 'numberIn' in value
        ? object<Extract<Length, { numberIn: string }>>({ numberIn: word })
        : 'before' in value
          ? object<Extract<Length, { before: string }>>({ before: word, clearDays: whole(1) })
          : object<Extract<Length, { by: string }>>({
              by: word,
              lengths: record(
                either(() => period, whole(1)),
                1,
              ),
            }),
  whole(1),
)

const warning: Shape = either((value) =>
  'share' in value
    ? object<Extract<Warning, { share: number }>>({ share })
    : object<Extract<Warning, { before: Period }>>({ before: period }),
)

const deadline = object<DeadlineRule>({
  code: word,
  title: textShape,
  length,
  unit: periodUnit,
  target: optional(period),
  from: optional(word),
  roll: oneOf(['next', 'previous', 'none']),
  pausable: optional(
    either(() => record(object<Exclusion>({ title: textShape, maxDays: optional(whole(1)) }), 1), yes),
  ),
  extension: optional(
    list(
      object<Extension>({
        max: either((value) =>
          'by' in value
            ? object<Extract<Extension['max'], { by: string }>>({ by: word, lengths: record(period, 1) })
            : period,
        ),
        by: list(taker, 1),
        applyBefore: optional(period),
        decideBefore: optional(period),
      }),
      1,
    ),
  ),
  thenStarts: optional(list(word, 1)),
  afterClosing: optional(yes),
  keepsEarlier: optional(yes),
  keepsPauses: optional(yes),
  onExpiry: optional(object<NonNullable<DeadlineRule['onExpiry']>>({ takes: word })),
  per: optional(word),
  warn: list(warning),
  escalation: optional(list(object<Escalation>({ after: periodFromZero, to: role, title: textShape }), 1)),
  when: optional(whenShape),
  source,
})

const standing = { title: textShape, public: optional(textShape) }
const state: Shape = either(({ group }) =>
  group === 'done'
    ? object<Extract<State, { group: 'done' }>>({ ...standing, group: word, outcome: word })
    : object<Exclude<State, { group: 'done' }>>({
        ...standing,
        group: oneOf(['open', 'waiting', 'done']),
        lane: optional(role),
        clockless: optional(textShape),
      }),
)

const spawn = object<Spawn>({
  procedure: either(() => object({ by: word, procedures: record(word, 1) }), word),
  link,
  each: optional(word),
  carry: record(word),
  toParentUnit: optional(yes),
  when: optional(whenShape),
  whenRow: optional(whenShape),
  carriesOn: optional(yes),
  bars: optional(yes),
  begins: optional(word),
  inEarnest: optional(yes),
})

const raising: Shape = either(
  () =>
    object<Exclude<Raising, string>>({
      seat: word,
      role: optional(role),
      above: optional(yes),
      if: optional(conditionShape),
    }),
  word,
)

const step = object<Step>({
  title: textShape,
  from: (value, path) => (value === 'open' ? [] : list(word, 1)(value, path)),
  to: optional(targetShape),
  by: list(taker, 1),
  form: optional(word),
  guards: optional(list(either(() => conditionShape, oneOf(GUARDS)))),
  handles: optional(yes),
  verifies: optional(yes),
  aside: optional(yes),
  logs: optional(yes),
  imported: optional(yes),
  starts: optional(names),
  meets: optional(names),
  cancels: optional(names),
  holds: optional(names),
  runsOn: optional(names),
  pauses: optional(names),
  resumes: optional(names),
  extends: optional(word),
  asks: optional(word),
  opens: optional(list(spawn)),
  linksTo: optional(object<NonNullable<Step['linksTo']>>({ field: word, type: link, back: optional(yes) })),
  unlinks: optional(link),
  issues: optional(names),
  revokes: optional(names),
  shreds: optional(either(() => conditionShape, yes)),
  orders: optional(oneOf(DATA_ORDERS)),
  serves: optional(oneOf(DATA_SERVICES)),
  clears: optional(names),
  raises: optional(list(raising)),
  signs: optional(word),
  answers: optional(word),
  refuses: optional(word),
  recuses: optional(yes),
  unbars: optional(word),
  relays: optional(list(relay, 1)),
  crossing: optional(crossingShape),
  revises: optional(list(revision, 1)),
  alone: optional(textShape),
  tells: optional(textShape),
  source: optional(source),
  told: optional(textShape),
  public: optional(textShape),
  publicByOffice: optional(textShape),
})

/** Nothing opens or is due more than a year from its period. */
const days = optional(whole(0, 366))
const dayInPeriod = { at: oneOf(['start', 'end']), before: days, after: days } as const
const schedule = object<Schedule>({
  named: textShape,
  every: oneOf(CYCLES),
  opens: object<DayInPeriod>(dayInPeriod),
  due: optional(object<NonNullable<Schedule['due']>>({ ...dayInPeriod, field: word })),
  units: list(oneOf(UNIT_KINDS), 1),
  answers: optional(() => []),
  source,
})

/** What a definition looks like, key by key. */
export const procedureShape = object<Procedure>({
  id: word,
  version: whole(1),
  effectiveOn: word,
  title: textShape,
  short: textShape,
  prefix: word,
  purpose: textShape,
  source,
  categories: record(textShape),
  outcomes: record(textShape, 1),
  forms: record(object<Form>({ title: textShape, fields: record(fieldShape), hiddenUntil: optional(word) }), 1),
  documents: record(object<Procedure['documents'][string]>({ title: textShape, source: optional(source) })),
  deadlines: record(deadline),
  seats: optional(record(seat)),
  ordered: optional(yes),
  sight: optional(
    object<Sight>({ only: optional(roles), line: optional(oneOf(['own', 'everyone'])), readings: optional(yes) }),
  ),
  exercise: optional(yes),
  record: optional(
    object<NonNullable<Procedure['record']>>({
      inForce: list(word, 1),
      answersFor: optional(
        object<NonNullable<NonNullable<Procedure['record']>['answersFor']>>({ rows: word, kind: word, post: word }),
      ),
      assesses: optional(
        object<NonNullable<NonNullable<Procedure['record']>['assesses']>>({ kind: word, version: word }),
      ),
      work: optional(yes),
    }),
  ),
  coverage: optional(
    object<NonNullable<Procedure['coverage']>>({
      units: word,
      places: word,
      among: word,
      visits: word,
      made: word,
      findings: word,
    }),
  ),
  cameBack: optional(
    object<CameBack>({
      checks: word,
      foundToo: list(word, 1),
      notHere: list(word, 1),
      findings: word,
      category: word,
      item: word,
      without: list(word),
      visits: word,
      made: word,
      versions: list(object<CameBack['versions'][number]>({ before: word, after: word })),
    }),
  ),
  cascade: optional(
    object<CascadeRows>({
      links: word,
      from: word,
      to: word,
      chance: word,
      nodes: word,
      node: word,
      begins: word,
      weight: word,
    }),
  ),
  standsIn: optional(
    object<StandsIn>({
      title: textShape,
      states: list(word, 1),
      rows: optional(word),
      for: word,
      by: list(word, 1),
      from: word,
      until: word,
      away: optional(yes),
      inLine: optional(yes),
    }),
  ),
  opening: object<Procedure['opening']>({
    form: word,
    by: roles,
    state: word,
    starts: names,
    raises: optional(list(raising, 1)),
  }),
  schedules: optional(record(schedule)),
  states: record(state, 2),
  steps: record(step, 1),
  signals: optional(record(object<Signal>({ title: textShape, if: conditionShape, answers: list(word, 1) }), 1)),
  mark: optional(object<Mark>({ field: word, tones: record(oneOf(TONES), 1) })),
  reporting: optional(
    object<Reporting>({
      steps: object<Reporting['steps']>({
        add: list(word, 1),
        withdraw: list(word, 1),
        satisfied: list(word, 1),
        dissatisfied: list(word, 1),
      }),
      promises: list(word, 1),
    }),
  ),
  ledger: list(object<Procedure['ledger'][number]>({ field: word, title: textShape })),
})
