import { text } from '../../../domain/wording/text.ts'

/** What a petition is about. Never a kind of person. */
export const PETITION_CATEGORIES = {
  housing: text('房屋和物业', 'Housing'),
  expropriation: text('征收补偿和安置', 'Expropriation and resettlement'),
  land: text('土地和山林', 'Land and woods'),
  labour: text('劳动和社会保障', 'Labour and social security'),
  environment: text('生态环境', 'Environment'),
  facility: text('公共设施', 'Public facilities'),
  traffic: text('道路交通', 'Roads and traffic'),
  education: text('教育', 'Education'),
  health: text('医疗卫生', 'Health care'),
  market: text('市场和消费', 'Markets and consumers'),
  village: text('村（社区）事务', 'Village and community affairs'),
  conduct: text('单位履职', 'How an office does its duty'),
  other: text('其他', 'Other'),
} as const

/** The six routes for claims (art. 31), and what is no claim (arts 29, 30). */
export const ROUTES = {
  judicial: text('诉讼、检察、侦查程序', 'Litigation, prosecution or police procedure'),
  arbitration: text('仲裁', 'Arbitration'),
  internal: text('党员申诉、本系统申诉等渠道', 'Appeal within the party or the system'),
  administrative: text('复议、裁决、许可、处罚等行政程序', 'Administrative procedure'),
  duty: text('依法履行职责', 'A duty that the law gives an organ'),
  petition: text('调查核实，出具处理意见书', 'Investigation and an opinion letter'),
  study: text('意见建议，研究论证', 'A suggestion to be studied'),
  verify: text('检举控告，按权限受理', 'An accusation, received by competence'),
} as const
