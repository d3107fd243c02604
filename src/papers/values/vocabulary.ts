import { columnsOf, type Field, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { PaperText, Served } from '../text/paper-text.ts'

/** A placeholder that a paper knows. `title` may stand for `name` in a template, where no other has the same. */
export type Word = {
  readonly name: string
  readonly title: string
  /** It repeats what stands between it and its end, once for each row; `columns` are the placeholders there. */
  readonly columns?: readonly Word[]
  /** It is sealed: a line to fill in by hand, unless whoever prints the paper opens it on record. */
  readonly personal?: true
}

/** What every paper knows, whatever its kind. */
const FIXED: readonly Word[] = [
  { name: 'office', title: '发文机关' },
  { name: 'unit', title: '签发单位' },
  { name: 'title', title: '文书名称' },
  { name: 'number', title: '文号' },
  { name: 'day', title: '成文日期' },
  { name: 'dayInWords', title: '成文日期（汉字）' },
  { name: 'basis', title: '依据条文' },
  { name: 'phone', title: '机关电话' },
  { name: 'address', title: '机关地址' },
  { name: 'code', title: '查验码' },
  { name: 'fingerprint', title: '指纹' },
  { name: 'checkAddress', title: '查验网址' },
  { name: 'exercise', title: '演练标识' },
  { name: 'blank', title: '手写留空' },
  { name: 'matter.title', title: '事项名称' },
  { name: 'matter.reference', title: '登记号' },
  { name: 'matter.sourceNumber', title: '来文号' },
  { name: 'matter.kind', title: '事项种类' },
  { name: 'matter.category', title: '事项分类' },
  { name: 'matter.level', title: '事项等级' },
  { name: 'matter.place', title: '事项地点' },
  { name: 'matter.placeUnit', title: '属地' },
  { name: 'matter.unit', title: '承办单位名称' },
  { name: 'matter.channel', title: '来源渠道' },
  { name: 'matter.openedOn', title: '登记日期' },
]

/** What must stand in every template: without it nobody can check the paper. */
export const REQUIRED_WORDS = ['number', 'code'] as const

/** Every placeholder of a paper, over all versions of the kinds that it serves; each name once, as the newest version words it. */
export function vocabularyOf({ serves }: Pick<PaperText, 'serves'>, procedures: readonly Procedure[]): Word[] {
  const words = new Map<string, Word>(FIXED.map((word) => [word.name, word]))
  for (const procedure of procedures) {
    const documents = serves.filter((each) => each.procedure === procedure.id)
    if (documents.length > 0) for (const word of wordsOf(procedure, documents)) words.set(word.name, word)
  }
  return [...words.values()]
}

function wordsOf(procedure: Procedure, documents: readonly Served[]): Word[] {
  const issuing = Object.values(procedure.steps).filter((step) =>
    step.issues?.some((id) => documents.some(({ document }) => document === id)),
  )
  const stepFields = issuing.flatMap(({ form }) => Object.entries((form && procedure.forms[form]?.fields) || {}))
  const fields = [...Object.values(procedure.forms).flatMap((form) => Object.entries(form.fields)), ...stepFields]
  return [
    ...fields.flatMap(([name, field]) => answerWords(name, field)),
    ...stepFields.map(([name, field]) => word(`step.${name}`, `本次${field.title.zh}`, field)),
    ...Object.entries(procedure.deadlines).flatMap(([id, { title }]) => [
      { name: `deadline.${id}`, title: `${title.zh}到期日` },
      { name: `deadline.${id}.law`, title: `${title.zh}的依据` },
    ]),
  ]
}

const word = (name: string, title: string, field: Field): Word => ({
  name,
  title,
  ...(personalOf(field) ? { personal: true as const } : {}),
})

function answerWords(name: string, field: Field): Word[] {
  const own = word(`answer.${name}`, field.title.zh, field)
  if (field.kind !== 'items') return [own]
  const columns = Object.entries(columnsOf(field)).map(([column, inner]) => word(column, inner.title.zh, inner))
  return [own, { name: `rows.${name}`, title: `${field.title.zh}各行`, columns }]
}
