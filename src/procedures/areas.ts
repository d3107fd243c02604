import { type Text, text } from '../domain/wording/text.ts'

/** Kinds of matter by what an office does with them. A kind stands in one area; what is new and not listed stands in `other`. */
type Area = { readonly title: Text; readonly kinds: readonly string[] }

const AREAS = {
  intake: {
    title: text('诉求与纠纷', 'Requests and disputes'),
    kinds: ['report', 'petition', 'dispute', 'counselling'],
  },
  safety: {
    title: text('排查与隐患', 'Checks and hazards'),
    kinds: ['hazard', 'inspection', 'campaign', 'risk', 'warning'],
  },
  emergency: { title: text('应急', 'Emergencies'), kinds: ['incident', 'drill'] },
  court: { title: text('审判执行', 'Court'), kinds: ['case', 'casereview', 'casesheet'] },
  supervision: {
    title: text('督办与整改', 'Supervision'),
    kinds: ['whistle', 'task', 'rectification', 'aar', 'lesson', 'selfcheck', 'periodicReport', 'integrity'],
  },
  personal: { title: text('个人信息保护', 'Personal data'), kinds: ['datarequest', 'datahold', 'breach'] },
  posts: { title: text('值班与代岗', 'Duty and leave'), kinds: ['duty', 'leave'] },
  building: { title: text('创建与宣教', 'Building and teaching'), kinds: ['certification', 'activity', 'recognition'] },
} as const satisfies Record<string, Area>

const records = text('台账', 'Records')
const other = text('其他', 'Other')

type Kind = { readonly id: string; readonly isRecord?: true }

/** The kinds in the order of the areas, each area once and only with kinds; records, which matters point to, come last. */
export function inAreas<K extends Kind>(kinds: readonly K[]): { readonly title: Text; readonly kinds: readonly K[] }[] {
  const listed: readonly Area[] = Object.values(AREAS)
  const named = new Set(listed.flatMap(({ kinds: ids }) => ids))
  const matters = listed.map(({ title, kinds: ids }) => ({
    title,
    kinds: ids.flatMap((id) => kinds.find((kind) => kind.id === id) ?? []),
  }))
  return [
    ...matters,
    { title: other, kinds: kinds.filter(({ id, isRecord }) => !isRecord && !named.has(id)) },
    { title: records, kinds: kinds.filter(({ id, isRecord }) => isRecord && !named.has(id)) },
  ].filter((area) => area.kinds.length > 0)
}
