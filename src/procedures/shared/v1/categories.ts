import { text } from '../../../domain/wording/text.ts'

/** What a report is about. Plain kinds that a resident recognises; never a kind of person. */
export const REPORT_CATEGORIES = {
  safety: text('安全隐患', 'Safety'),
  facility: text('公共设施', 'Public facilities'),
  environment: text('环境卫生', 'Environment'),
  traffic: text('道路交通', 'Roads and traffic'),
  housing: text('房屋和物业', 'Housing'),
  land: text('土地和山林', 'Land and woods'),
  neighbours: text('邻里和家事', 'Neighbours and family'),
  wages: text('工资和用工', 'Wages and work'),
  market: text('买卖和消费', 'Shopping and services'),
  conduct: text('单位办事', 'How an office works'),
  crime: text('违法犯罪线索', 'Crime tip'),
  other: text('咨询、建议和其他', 'Questions, ideas, other'),
} as const

/** What a hazard is. */
export const HAZARD_CATEGORIES = {
  fire: text('消防', 'Fire'),
  gas: text('燃气', 'Gas'),
  electric: text('用电', 'Electricity'),
  chemicals: text('危险化学品', 'Hazardous chemicals'),
  construction: text('建筑施工', 'Construction'),
  building: text('房屋', 'Buildings'),
  traffic: text('道路交通', 'Road traffic'),
  water: text('水域和防汛', 'Water and floods'),
  ground: text('地质灾害', 'Landslides'),
  machinery: text('特种设备和机械', 'Lifts, boilers, machinery'),
  parcel: text('寄递渠道', 'Parcels'),
  facility: text('公共设施', 'Public facilities'),
  other: text('其他', 'Other'),
} as const

/** Where a hazard was found: the nine small places (lists differ by city, so a county edits them) and others. */
export const PLACE_TYPES = {
  smallShop: text('小商店', 'Small shop'),
  smallRestaurant: text('小餐饮', 'Small restaurant'),
  smallInn: text('小旅馆', 'Small inn'),
  smallEntertainment: text('小歌舞娱乐', 'Small entertainment place'),
  smallLeisure: text('小休闲健身', 'Small bath, net bar or gym'),
  smallClinic: text('小医疗和养老', 'Small clinic or care home'),
  smallSchool: text('小学校和幼儿园', 'Small school or nursery'),
  smallWorkshop: text('小生产加工', 'Small workshop'),
  smallFlammables: text('小易燃易爆品销售储存', 'Small store of flammables'),
  enterprise: text('其他企业', 'Other enterprise'),
  site: text('工地', 'Building site'),
  residence: text('居民楼院', 'Housing block'),
  publicPlace: text('公共场所', 'Public place'),
  road: text('道路和桥梁', 'Road or bridge'),
  water: text('水域', 'Water'),
  other: text('其他', 'Other'),
} as const

/** What a dispute is about. */
export const DISPUTE_CATEGORIES = {
  neighbours: text('邻里', 'Neighbours'),
  family: text('婚姻家庭', 'Marriage and family'),
  land: text('土地山林', 'Land and woods'),
  housing: text('房屋宅基地', 'Housing and plots'),
  property: text('物业', 'Property management'),
  labour: text('劳动报酬', 'Wages'),
  contract: text('合同和债务', 'Contracts and debts'),
  consumer: text('消费', 'Consumers'),
  injury: text('损害赔偿', 'Damages'),
  medical: text('医疗', 'Medical'),
  traffic: text('交通事故', 'Traffic accidents'),
  pollution: text('环境污染', 'Pollution'),
  expropriation: text('征地拆迁', 'Expropriation'),
  other: text('其他', 'Other'),
} as const

/** In which dimension a risk lies. */
export const RISK_DIMENSIONS = {
  socialStability: text('社会稳定', 'Social stability'),
  publicSafety: text('公共安全', 'Public safety'),
  financial: text('金融', 'Finance'),
  cyber: text('网络和数据', 'Network and data'),
  ecological: text('生态环境', 'Ecology'),
  internalManagement: text('内部管理', 'Internal management'),
} as const

/** Where a supervised task comes from. */
export const TASK_SOURCES = {
  meeting: text('会议议定', 'Meeting decision'),
  instruction: text('领导批示', "Leader's instruction"),
  document: text('文件要求', 'Document'),
  inspection: text('督查检查', 'Inspection'),
  matter: text('事项转来', 'From a matter'),
  lesson: text('举一反三', 'Lesson'),
  other: text('其他', 'Other'),
} as const

/** Where a problem to be rectified was found. */
export const PROBLEM_SOURCES = {
  inspectionTour: text('巡察', 'Inspection tour'),
  audit: text('审计', 'Audit'),
  oversight: text('督查', 'Oversight'),
  caseReview: text('评查', 'Case review'),
  inspection: text('检查', 'Inspection'),
  review: text('复盘', 'After-action review'),
  reinspection: text('复查不合格', 'Failed reinspection'),
  judicialAdvice: text('司法建议', 'Judicial advice'),
  other: text('其他', 'Other'),
} as const

/** What a review looks back on. */
export const REVIEW_SUBJECTS = {
  incident: text('突发事件', 'Incident'),
  accident: text('生产安全事故', 'Work accident'),
  hazard: text('隐患', 'Hazard'),
  dispute: text('矛盾纠纷', 'Dispute'),
  report: text('诉求', 'Report'),
  task: text('督办', 'Supervised task'),
  drill: text('演练', 'Drill'),
  campaign: text('专项行动', 'Campaign'),
  other: text('其他', 'Other'),
} as const
