import { columnsOf, type Form, factOf, personalOf } from '../../../domain/procedure/form.ts'
import { personalFields } from '../../../domain/procedure/personal-fields.ts'
import { type Procedure, type Step, targetsOf } from '../../../domain/procedure/procedure.ts'
import { type Fault, fault, faultsAt } from '../fault.ts'
import { fieldsOf, formOf, isDone, own, stepsOf } from '../reading.ts'

/** What stays apart: answers hidden until a step, who is named and never sees it, what a step destroys, who read it. */
export const apartFaults = (procedure: Procedure): Fault[] => [
  ...Object.entries(procedure.forms).flatMap(([id, form]) => hiddenFaults(procedure, id, form)),
  ...fieldsOf(procedure).flatMap(({ path, field, form }) => {
    if (field.kind === 'items' && field.gathers !== undefined)
      return gatherFaults(procedure, form, field.gathers, Object.entries(field.fields), path)
    const hides = (field.kind === 'unit' || field.kind === 'post') && field.hides
    return hides && !procedure.sight
      ? [
          fault(
            `${path}.hides`,
            '只有另有可见范围的事项（sight）才能对谁隐去',
            'only a kind with a sight of its own hides',
          ),
        ]
      : []
  }),
  ...stepsOf(procedure).flatMap(([id, step]) => shredFaults(procedure, step, `steps.${id}`)),
  ...(procedure.sight?.readings && !procedure.sight.only
    ? [
        fault(
          'sight.readings',
          '要写明归谁看（only），阅览记录才有人看',
          'say for whom the kind is (only): they read who read',
        ),
      ]
    : []),
]

const takersOf = (procedure: Procedure, form: string) => stepsOf(procedure).filter(([, step]) => step.form === form)

/** Nothing of what is answered apart shows anywhere else before it is laid open: no fact, no file, no seat, no way. */
function hiddenFaults(procedure: Procedure, id: string, { fields, hiddenUntil }: Form): Fault[] {
  if (hiddenUntil === undefined) return []
  const path = `forms.${id}`
  const steps = takersOf(procedure, id)
  const names = Object.keys(fields)
  const leaks = steps.flatMap(([step, { opens, relays, issues, to, linksTo }]) => {
    const said = JSON.stringify([opens ?? [], relays ?? [], typeof to === 'string' ? [] : (to ?? []), linksTo ?? []])
    return issues?.length || names.some((name) => said.includes(`"${name}"`))
      ? [
          fault(
            `steps.${step}.form`,
            '公开前的回答不能决定去向，也不能带到别处',
            'what is hidden decides no way and goes nowhere else before it is laid open',
          ),
        ]
      : []
  })
  return [
    ...(own(procedure.steps, hiddenUntil) && !steps.some(([step]) => step === hiddenUntil)
      ? []
      : [
          fault(
            `${path}.hiddenUntil`,
            `没有另一步“${hiddenUntil}”来公开`,
            `there is no other step "${hiddenUntil}" that lays it open`,
          ),
        ]),
    ...(procedure.opening.form === id || steps.some(([, { imported }]) => imported)
      ? [fault(`${path}.hiddenUntil`, '登记表、导入表不能隐去', 'what opens a matter is not hidden')]
      : []),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const shows =
        personalOf(field) ||
        factOf(field) ||
        field.public ||
        field.known ||
        field.kind === 'files' ||
        (field.kind === 'items' && (field.fills || field.gathers)) ||
        ((field.kind === 'unit' || field.kind === 'post') && field.hides) ||
        procedure.ledger.some((column) => column.field === name)
      return shows
        ? [
            fault(
              `${path}.fields.${name}`,
              '公开前不能让别人看到：不定事项、不附文件、不进台账',
              'shows before it is laid open: it sets nothing, takes no files and is in no ledger',
            ),
          ]
        : []
    }),
    ...leaks,
  ]
}

/** Rows hold what the hidden form asks, and only the step that lays it open gathers them. */
function gatherFaults(
  procedure: Procedure,
  form: string,
  gathers: string,
  columns: readonly (readonly [string, { readonly kind: string }])[],
  path: string,
): Fault[] {
  const hidden = own(procedure.forms, gathers)
  if (!hidden?.hiddenUntil)
    return [fault(`${path}.gathers`, `“${gathers}”不是先隐去的表`, `"${gathers}" is no form that is hidden`)]
  const early = takersOf(procedure, form).some(([id]) => id !== hidden.hiddenUntil)
  return [
    ...(early
      ? [fault(`${path}.gathers`, `只有“${hidden.hiddenUntil}”那一步能汇总`, `only "${hidden.hiddenUntil}" gathers it`)]
      : []),
    ...columns.flatMap(([name, { kind }]) =>
      kind === 'post' || own(hidden.fields, name)?.kind === kind
        ? []
        : [
            fault(
              `${path}.fields.${name}`,
              `“${gathers}”不这样问“${name}”`,
              `"${gathers}" asks no "${name}" of this kind`,
            ),
          ],
    ),
  ]
}

/** What is destroyed was there, is asked for no more, and is waited for by nothing. */
function shredFaults(procedure: Procedure, step: Step, path: string): Fault[] {
  if (!step.shreds) return []
  const { sealed, vault } = personalFields(procedure)
  const asked = Object.entries(formOf(procedure, step)?.fields ?? {})
  const targets = targetsOf(step)
  return [
    ...(sealed.size + vault.size > 0
      ? []
      : [fault(`${path}.shreds`, '没有个人信息可销毁', 'there is nothing personal to destroy')]),
    ...(targets.length > 0 && targets.every((state) => isDone(procedure, state))
      ? []
      : [fault(`${path}.shreds`, '销毁了就办结，不能再回到在办', 'what destroys it ends the matter')]),
    ...(step.imported ? [fault(`${path}.shreds`, '导入不销毁', 'an import destroys nothing')] : []),
    ...faultsAt(asked, `${path}.form`, ([name, field]) =>
      personalOf(field) || Object.values(columnsOf(field)).some(personalOf)
        ? fault(
            `${path}.form`,
            `销毁的这一步不能再问“${name}”`,
            `asks for "${name}" while it destroys what is personal`,
          )
        : undefined,
    ),
  ]
}
