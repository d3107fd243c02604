import { given, row } from '../build/blocks.ts'

/** The hazard as its papers name it. */
export const REFERENCE = '“{matter.title}”（登记编号{matter.reference}）'
export const hazardRows = [
  row('隐患', '{matter.title}'),
  row('被查单位或场所', '{answer.placeName}', given('answer.placeName')),
  row('地点', '{matter.place}'),
  row('部位', '{answer.spot}', given('answer.spot')),
  row('隐患情况', '{answer.description}'),
  row('发现日期', '{answer.foundOn}', given('answer.foundOn')),
]
