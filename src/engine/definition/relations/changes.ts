import type { ChangesRows, ExposedRows, Field, FieldOf } from '../../../domain/procedure/form.ts'
import { ROW_ACTS } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { changesOf } from '../../../domain/procedure/records/changed-rows.ts'
import type { CameBack, CascadeRows, Revision } from '../../../domain/procedure/records/learning.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { answersOf, fieldsNamed, fieldsOf, formOf, own, stepsOf } from '../reading.ts'

/** What changes a record, asks exposed units, and says whether something came back: everything it names is there and of the right kind. */
export const changeFaults = (procedure: Procedure, all: readonly Procedure[]): Fault[] => [
  ...fieldsOf(procedure).flatMap(({ path, field, form }) =>
    field.kind !== 'items'
      ? []
      : [
          ...(field.changes ? rowFaults(procedure, field, field.changes, `${path}.changes`, all) : []),
          ...(field.exposed ? exposedFaults(procedure, field, field.exposed, { path, form, all }) : []),
        ],
  ),
  ...stepsOf(procedure).flatMap(([id, step]) =>
    faultsAt(step.revises, `steps.${id}.revises`, (revision, at) => revisionFaults(procedure, step, revision, at, all)),
  ),
  ...(procedure.cameBack ? cameBackFaults(procedure, procedure.cameBack, all) : []),
  ...(procedure.cascade ? cascadeFaults(procedure, procedure.cascade) : []),
]

const latest = (id: string, all: readonly Procedure[]) =>
  all.filter((each) => each.id === id).sort((a, b) => b.version - a.version)[0]

const sortOf = (field: Field | undefined) => (field?.kind === 'longText' ? 'text' : field?.kind)
const isOf = (procedure: Procedure, name: string, ...kinds: readonly Field['kind'][]) =>
  fieldsNamed(procedure, name).some(({ kind }) => kinds.includes(kind))

/** The kind of record that a question of this procedure names. */
const recordOf = (procedure: Procedure, name: string, all: readonly Procedure[]): Procedure | undefined => {
  const question = fieldsNamed(procedure, name).find(({ kind }) => kind === 'record')
  return question?.kind === 'record' ? latest(question.of, all) : undefined
}

function rowFaults(
  procedure: Procedure,
  { fields }: FieldOf<'items'>,
  { record, rows, key, act, needs }: ChangesRows,
  at: string,
  all: readonly Procedure[],
): Fault[] {
  const kind = recordOf(procedure, record, all)
  if (!kind)
    return [fault(`${at}.record`, `没有“${record}”这个引用记录的问题`, `no question "${record}" names a record`)]
  const there = fieldsNamed(kind, rows)[0]
  if (there?.kind !== 'items')
    return [fault(`${at}.rows`, `“${kind.id}”没有“${rows}”这组行`, `"${kind.id}" has no rows "${rows}"`)]
  const acts = own(fields, act)
  return [
    ...Object.keys(fields)
      .filter((name) => name !== act && sortOf(own(there.fields, name)) !== sortOf(own(fields, name)))
      .map((name) =>
        fault(`${at}.rows`, `“${kind.id}”的行里没有同类的“${name}”`, `the rows of "${kind.id}" have no such "${name}"`),
      ),
    ...(own(fields, key)?.kind === 'text' && own(fields, key)?.required
      ? []
      : [fault(`${at}.key`, '要有一列必填的编号', 'a required text must name each row')]),
    ...(acts && answersOf(acts)?.every((one) => (ROW_ACTS as readonly string[]).includes(one))
      ? []
      : [fault(`${at}.act`, '要有一列写增加、修改还是删去', 'a column must say add, change or drop')]),
    ...faultsAt(needs, `${at}.needs`, (name, place) =>
      own(fields, name) ? undefined : fault(place, `没有“${name}”这一列`, `there is no column "${name}"`),
    ),
  ]
}

type Place = { readonly path: string; readonly form: string; readonly all: readonly Procedure[] }

function exposedFaults(
  procedure: Procedure,
  { fields }: FieldOf<'items'>,
  { places, among, also }: ExposedRows,
  { path, form, all }: Place,
): Fault[] {
  const at = `${path}.exposed`
  const kinds = Object.values(fields)
    .map(({ kind }) => kind)
    .sort()
    .join()
  return [
    ...(latest(places, all)?.record
      ? []
      : [fault(`${at}.places`, `没有“${places}”这种台账`, `there is no record "${places}"`)]),
    ...(isOf(procedure, among, 'choices')
      ? []
      : [fault(`${at}.among`, `没有“${among}”这个多选的问题`, `no question "${among}" chooses several`)]),
    ...(fieldsNamed(procedure, also).some(
      (field) => field.kind === 'items' && own(field.fields, 'unit')?.kind === 'unit',
    )
      ? []
      : [fault(`${at}.also`, `“${also}”不是写单位的行`, `"${also}" has no rows with a unit`)]),
    ...(kinds === 'number,unit'
      ? []
      : [fault(`${path}.fields`, '列出来的只有单位和场所数', 'what is listed is a unit and a number of places')]),
    ...(procedure.opening.form === form
      ? [fault(at, '登记时还不能列', 'nothing is listed when a matter is opened')]
      : []),
  ]
}

function revisionFaults(
  procedure: Procedure,
  step: Step,
  { by, step: change, basis, carry = {}, made }: Revision,
  at: string,
  all: readonly Procedure[],
): Fault[] {
  const rule = changesOf(procedure, by)?.changes
  const kind = rule && recordOf(procedure, rule.record, all)
  if (!rule || !kind) return [fault(`${at}.by`, `“${by}”不是要改的行`, `"${by}" has no rows that change a record`)]
  const theirs = own(kind.steps, change)
  const asked = (theirs && formOf(kind, theirs)?.fields) ?? {}
  const hears = own(procedure.steps, made.step)
  const named = own(hears && formOf(procedure, hears)?.fields, made.names)
  return [
    ...(own(asked, rule.rows)?.kind === 'items'
      ? []
      : [
          fault(
            `${at}.step`,
            `${kind.id}没有改这些行的“${change}”`,
            `${kind.id} has no step "${change}" for these rows`,
          ),
        ]),
    ...[basis, ...Object.keys(carry)].flatMap((name) =>
      own(asked, name)
        ? []
        : [fault(`${at}.basis`, `${kind.id}那一步不问“${name}”`, `the step of ${kind.id} asks no "${name}"`)],
    ),
    ...Object.values(carry).flatMap((name) =>
      fieldsNamed(procedure, name).length > 0
        ? []
        : [fault(`${at}.carry`, `没有哪张表问“${name}”`, `no form asks for "${name}"`)],
    ),
    ...(hears?.by.includes('system') && named?.kind === 'record' && named.of === kind.id
      ? []
      : [
          fault(
            `${at}.made`,
            `没有由系统办、记下${kind.id}新版的“${made.step}”`,
            `the system takes no step "${made.step}" that names the new version of ${kind.id}`,
          ),
        ]),
    ...(step.by.includes('system') ? [fault(at, '改台账要由人定', 'a person decides on a change of a record')] : []),
  ]
}

function cameBackFaults(procedure: Procedure, rule: CameBack, all: readonly Procedure[]): Fault[] {
  const kinds = (['checks', 'findings', 'visits'] as const).flatMap((name) =>
    latest(rule[name], all)
      ? []
      : [fault(`cameBack.${name}`, `没有“${rule[name]}”这种事项`, `there is no kind "${rule[name]}"`)],
  )
  const outcomes = (kind: string, listed: readonly string[], at: string) =>
    faultsAt(listed, at, (outcome, place) =>
      own(latest(kind, all)?.outcomes, outcome)
        ? undefined
        : fault(place, `${kind}没有“${outcome}”这个结果`, `${kind} has no outcome "${outcome}"`),
    )
  if (kinds.length > 0) return kinds
  const visits = latest(rule.visits, all)
  return [
    ...outcomes(rule.checks, rule.foundToo, 'cameBack.foundToo'),
    ...outcomes(rule.checks, rule.notHere, 'cameBack.notHere'),
    ...outcomes(rule.findings, rule.without, 'cameBack.without'),
    ...(isOf(procedure, rule.category, 'choice')
      ? []
      : [
          fault(
            'cameBack.category',
            `没有“${rule.category}”这个单选的问题`,
            `no question "${rule.category}" chooses one`,
          ),
        ]),
    ...(isOf(procedure, rule.item, 'text')
      ? []
      : [fault('cameBack.item', `没有“${rule.item}”这个问题`, `no question "${rule.item}" asks for a text`)]),
    ...(visits && isOf(visits, rule.made, 'date', 'dateTime')
      ? []
      : [
          fault(
            'cameBack.made',
            `${rule.visits}不问“${rule.made}”这一天`,
            `${rule.visits} asks for no day "${rule.made}"`,
          ),
        ]),
    ...rule.versions.flatMap(({ before, after }, index) =>
      recordOf(procedure, before, all) && recordOf(procedure, before, all) === recordOf(procedure, after, all)
        ? []
        : [
            fault(
              `cameBack.versions.${index}`,
              '改前改后要引用同一种台账',
              'before and after must name one kind of record',
            ),
          ],
    ),
  ]
}

function cascadeFaults(procedure: Procedure, rule: CascadeRows): Fault[] {
  const column = (rows: string, name: string, kind: Field['kind'], at: string) =>
    fieldsNamed(procedure, rows).some((field) => field.kind === 'items' && own(field.fields, name)?.kind === kind)
      ? []
      : [fault(`cascade.${at}`, `“${rows}”没有“${name}”这一列`, `"${rows}" has no such column "${name}"`)]
  return [
    ...column(rule.links, rule.from, 'text', 'from'),
    ...column(rule.links, rule.to, 'text', 'to'),
    ...column(rule.links, rule.chance, 'number', 'chance'),
    ...column(rule.nodes, rule.node, 'text', 'node'),
    ...column(rule.nodes, rule.begins, 'yesNo', 'begins'),
    ...column(rule.nodes, rule.weight, 'number', 'weight'),
  ]
}
