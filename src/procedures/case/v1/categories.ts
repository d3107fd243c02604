import { text } from '../../../domain/wording/text.ts'

/** Four families of cases: each has limits, exclusions and papers of its own. */
export const CASE_FAMILIES = {
  civil: text('民事', 'Civil'),
  criminal: text('刑事', 'Criminal'),
  administrative: text('行政', 'Administrative'),
  enforcement: text('执行', 'Enforcement'),
} as const

/** By which procedure the case is tried: the limit follows from it. */
export const CIVIL_TRACKS = {
  ordinary: text('普通程序', 'Ordinary procedure'),
  simple: text('简易程序', 'Simple procedure'),
  small: text('小额诉讼', 'Small claims'),
  special: text('特别程序', 'Special procedure'),
  appeal: text('二审（判决）', 'Second instance, judgment'),
  appealRuling: text('二审（裁定）', 'Second instance, ruling'),
} as const

export const CRIMINAL_TRACKS = {
  ordinary: text('公诉普通程序', 'Public prosecution, ordinary'),
  simplified: text('简易程序', 'Simplified'),
  simplifiedLong: text('简易程序（可能判处三年以上）', 'Simplified, more than three years possible'),
  fast: text('速裁程序', 'Fast-track'),
  fastLong: text('速裁程序（可能判处一年以上）', 'Fast-track, more than one year possible'),
  private: text('自诉（被告人未被羁押）', 'Private prosecution, accused not in custody'),
  retrial: text('再审', 'Retrial'),
  appeal: text('二审', 'Second instance'),
} as const

export const ADMIN_TRACKS = {
  ordinary: text('普通程序', 'Ordinary procedure'),
  simplified: text('简易程序', 'Simplified procedure'),
  appeal: text('二审', 'Second instance'),
} as const

export const ENFORCEMENT_TRACKS = {
  judgment: text('首次执行', 'First enforcement'),
  resumed: text('恢复执行', 'Resumed enforcement'),
  nonLitigation: text('非诉执行', 'Non-litigation enforcement'),
} as const

/** 案由, in groups that a statistic can bear. */
export const CAUSES = {
  contract: text('合同纠纷', 'Contract'),
  loan: text('民间借贷、金融借款', 'Loan'),
  family: text('婚姻家庭、继承', 'Family and inheritance'),
  tort: text('侵权责任（交通、人身、财产）', 'Tort'),
  labour: text('劳动争议', 'Labour'),
  property: text('物权、相邻、物业', 'Property and neighbours'),
  company: text('公司、破产、知识产权', 'Company, insolvency, intellectual property'),
  publicSafety: text('危害公共安全', 'Against public safety'),
  infringement: text('侵犯人身、财产', 'Against person or property'),
  socialOrder: text('妨害社会管理秩序', 'Against social order'),
  dutyCrime: text('贪污贿赂、渎职', 'Corruption and dereliction'),
  penalty: text('行政处罚、强制', 'Administrative penalty or coercion'),
  expropriation: text('征收补偿', 'Expropriation'),
  disclosure: text('信息公开、履行职责', 'Disclosure and performance of duty'),
  money: text('给付金钱', 'Payment of money'),
  act: text('交付、行为', 'Delivery or an act'),
  other: text('其他', 'Other'),
} as const
