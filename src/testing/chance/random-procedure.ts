import * as fc from 'fast-check'
import type { DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { Guard, Procedure, State, Step } from '../../domain/procedure/procedure.ts'
import type { Role } from '../../domain/unit/role.ts'
import { text } from '../../domain/wording/text.ts'

const ROLES: readonly Role[] = ['clerk', 'handler', 'verifier', 'leader']
const GUARDS: readonly Guard[] = [
  'notTheHandler',
  'isOwner',
  'hasEvidence',
  'allChildrenDone',
  'notRegisteredBy',
  'consentGiven',
]

const rule: fc.Arbitrary<DeadlineRule> = fc
  .record({
    code: fc.constant('X-01'),
    title: fc.constant(text('期限', 'Limit')),
    length: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom('hour', 'calendarDay', 'workingDay', 'month'),
    roll: fc.constantFrom('next', 'previous', 'none'),
    warn: fc
      .constantFrom([], [{ share: 0.5 }], [{ before: { length: 2, unit: 'workingDay' as const } }])
      .filter(() => true),
    source: fc.constant({ article: text('规则', 'Rule'), mark: 'product' as const }),
  })
  .map((made) => ({
    ...made,
    pausable: true as const,
    warn: made.unit === 'hour' ? [] : made.warn,
    escalation: [
      { after: { length: 1, unit: 'workingDay' as const }, to: 'leader' as const, title: text('上报', 'Up') },
    ],
  }))

const step = (states: readonly string[]): fc.Arbitrary<Step> =>
  fc
    .record({
      from: fc.uniqueArray(fc.constantFrom(...states), { minLength: 1, maxLength: 3 }),
      to: fc.option(fc.constantFrom(...states), { nil: undefined }),
      by: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }),
      guards: fc.uniqueArray(fc.constantFrom(...GUARDS), { maxLength: 2 }),
      form: fc.constantFrom(undefined, 'note', 'evidence', 'assign'),
      starts: fc.constantFrom([], ['a'], ['b'], ['a', 'b']),
      meets: fc.constantFrom([], ['a'], ['b']),
      handles: fc.boolean(),
      verifies: fc.boolean(),
    })
    .map(({ to, form, handles, verifies, ...rest }) => ({
      ...rest,
      title: text('走一步', 'Step'),
      ...(to ? { to } : {}),
      ...(form ? { form } : {}),
      ...(handles ? { handles } : {}),
      ...(verifies ? { verifies } : {}),
    }))

/** A procedure nobody would publish, but every rule of the engine must hold for it as well. */
export const randomProcedure: fc.Arbitrary<Procedure> = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const names = Array.from({ length: count }, (_, index) => `s${index}`)
  return fc
    .record({
      done: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
      steps: fc.array(step(names), { minLength: 1, maxLength: 10 }),
      a: rule,
      b: rule,
    })
    .map(
      ({ done, steps, a, b }): Procedure => ({
        id: 'random',
        version: 1,
        effectiveOn: '2020-01-01',
        title: text('随机程序', 'Random procedure'),
        short: text('随机', 'Random'),
        prefix: 'SJ',
        purpose: text('试验', 'Trial'),
        source: { article: text('试验', 'Trial'), mark: 'product' },
        categories: {},
        outcomes: { over: text('了结', 'Over') },
        documents: {},
        ledger: [],
        forms: {
          opening: {
            title: text('登记', 'Register'),
            fields: {
              title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' },
              secret: {
                kind: 'text',
                title: text('电话', 'Phone'),
                personal: { purpose: text('回访', 'Call back'), retention: { length: 2, unit: 'year' } },
              },
            },
          },
          note: {
            title: text('说明', 'Note'),
            fields: {
              note: { kind: 'text', title: text('说明', 'Note') },
              consent: {
                kind: 'choice',
                title: text('同意', 'Consent'),
                options: { yes: text('是', 'Yes'), no: text('否', 'No') },
              },
            },
          },
          evidence: {
            title: text('材料', 'Evidence'),
            fields: { photos: { kind: 'files', title: text('照片', 'Photos') } },
          },
          assign: {
            title: text('交办', 'Assign'),
            fields: { owner: { kind: 'post', title: text('承办', 'Owner'), sets: 'owner', required: true } },
          },
        },
        deadlines: { a, b },
        opening: { form: 'opening', by: ['clerk'], state: 's0', starts: ['a'] },
        states: Object.fromEntries(
          names.map((name, index): [string, State] => [
            name,
            index > 0 && done[index]
              ? { title: text('完', 'Done'), group: 'done', outcome: 'over' }
              : { title: text('办', 'Open'), group: 'open' },
          ]),
        ),
        steps: Object.fromEntries(steps.map((made, index) => [`t${index}`, made])),
      }),
    )
})

/** What somebody might try at some time: a step (perhaps one that does not exist), a form (perhaps wrong), by some post, some hours later. */
export type RandomAct = {
  readonly post: string
  readonly step: string
  readonly form: Record<string, string>
  readonly files: boolean
  readonly hours: number
  readonly waits: boolean
}

export const randomActs = (posts: readonly string[]): fc.Arbitrary<RandomAct[]> =>
  fc.array(
    fc.record({
      post: fc.constantFrom(...posts),
      step: fc.integer({ min: 0, max: 10 }).map((index) => `t${index}`),
      form: fc.constantFrom(
        {},
        { note: '看过' },
        { consent: 'yes' },
        { owner: 'handler' },
        { owner: 'nobody' },
        { stray: 'x' },
      ),
      files: fc.boolean(),
      hours: fc.integer({ min: 0, max: 400 }),
      waits: fc.boolean(),
    }),
    { maxLength: 25 },
  )
