import type { SpotKind } from './places.ts'

export type PlainTheme = {
  readonly category: string
  readonly spot: SpotKind
  readonly title: string
  readonly about: string
  readonly weight: number
  readonly busy?: readonly number[]
}

export const DISPUTE_THEMES: readonly PlainTheme[] = [
  {
    category: 'land',
    spot: 'field',
    title: '{s}土地流转租金支付纠纷',
    about: '承包方称收成不好要缓付，农户要求按合同付。',
    weight: 5,
    busy: [3, 4, 9, 10],
  },
  { category: 'neighbours', spot: 'home', title: '{s}楼上漏水赔偿纠纷', about: '吊顶泡坏，赔多少说不拢。', weight: 6 },
  {
    category: 'neighbours',
    spot: 'field',
    title: '{s}相邻排水纠纷',
    about: '新砌围墙改了水路。',
    weight: 4,
    busy: [6, 7, 8],
  },
  {
    category: 'labour',
    spot: 'works',
    title: '{s}工资结算纠纷',
    about: '九名工人，欠两个月，厂方称货款未回。',
    weight: 6,
    busy: [12, 1, 2],
  },
  {
    category: 'property',
    spot: 'home',
    title: '{s}物业费与维修纠纷',
    about: '业主因电梯常坏拒交，物业要停门禁。',
    weight: 5,
  },
  { category: 'consumer', spot: 'shop', title: '{s}预付卡退费纠纷', about: '门店转让，新店不认旧卡。', weight: 4 },
  { category: 'contract', spot: 'works', title: '{s}供货质量纠纷', about: '一批货发霉，责任各说各的。', weight: 3 },
  {
    category: 'family',
    spot: 'field',
    title: '{s}赡养轮流照料纠纷',
    about: '三个子女对轮流时间和费用有分歧。',
    weight: 4,
  },
  {
    category: 'injury',
    spot: 'works',
    title: '{s}工伤赔偿纠纷',
    about: '手指受伤，医药费已付，误工费未谈妥。',
    weight: 3,
  },
  {
    category: 'traffic',
    spot: 'road',
    title: '{s}交通事故赔偿纠纷',
    about: '责任已认定，后续治疗费有分歧。',
    weight: 4,
  },
  {
    category: 'housing',
    spot: 'home',
    title: '{s}租房押金纠纷',
    about: '退租时房东以墙面污损扣押金。',
    weight: 4,
    busy: [6, 7],
  },
]

export const RISK_THEMES: readonly PlainTheme[] = [
  {
    category: 'socialStability',
    spot: 'works',
    title: '{s}停产可能引发集中讨薪',
    about: '订单减少，已欠一个月工资，涉及六十人左右。',
    weight: 2,
  },
  {
    category: 'publicSafety',
    spot: 'home',
    title: '{s}老旧小区电动自行车集中停放',
    about: '没有充电棚，入夏后充电量大。',
    weight: 2,
  },
  {
    category: 'publicSafety',
    spot: 'water',
    title: '{s}汛期漫溢',
    about: '坝体矮，去年水位离坝顶二十厘米。',
    weight: 2,
  },
  { category: 'publicSafety', spot: 'public', title: '{s}秋季运动会人员聚集', about: '看台出口少。', weight: 1 },
  {
    category: 'financial',
    spot: 'shop',
    title: '{s}以养老名义吸收预付款',
    about: '多家门店推销高返利预付卡。',
    weight: 2,
  },
  { category: 'cyber', spot: 'public', title: '{s}考勤系统弱口令', about: '外网能访问，口令多年未换。', weight: 1 },
  { category: 'ecological', spot: 'works', title: '{s}雨水口混排', about: '清污不分，下雨时河水变色。', weight: 2 },
  {
    category: 'internalManagement',
    spot: 'public',
    title: '{s}专项资金台账不全',
    about: '拨付凭证和项目对不上。',
    weight: 1,
  },
]

export const TASK_THEMES: readonly PlainTheme[] = [
  {
    category: 'meeting',
    spot: 'public',
    title: '第三季度逾期事项通报（初稿）',
    about: '把逾期的逐件说清原因和下一步。',
    weight: 1,
  },
  {
    category: 'instruction',
    spot: 'home',
    title: '{s}供水管网抢修方案',
    about: '三天内提出方案，明确停水时段和送水点。',
    weight: 2,
  },
  {
    category: 'meeting',
    spot: 'shop',
    title: '{s}周边商铺油烟联合检查',
    about: '市监、生态、街道一起查，一次说清要求。',
    weight: 2,
  },
  {
    category: 'instruction',
    spot: 'works',
    title: '{s}欠薪核实',
    about: '核实人数、金额、原因，拿出付清计划。',
    weight: 2,
  },
  {
    category: 'document',
    spot: 'water',
    title: '{s}汛前检查和抢险物资',
    about: '逐段查，缺的物资列出来补齐。',
    weight: 2,
  },
  {
    category: 'inspection',
    spot: 'public',
    title: '{s}消防设施年度检测',
    about: '检测不合格的列清单限期改。',
    weight: 2,
  },
  { category: 'document', spot: 'road', title: '{s}护学岗设置', about: '开学前到位，高峰有人。', weight: 1 },
  { category: 'meeting', spot: 'field', title: '{s}秸秆离田协调', about: '机具、堆放、运输三件事定下来。', weight: 1 },
  { category: 'other', spot: 'public', title: '{s}国庆假期值班安排', about: '岗位、电话、替补排到天。', weight: 1 },
]

export const REVIEW_THEMES: readonly PlainTheme[] = [
  { category: 'hazard', spot: 'works', title: '{s}隐患整改反复的复盘', about: '同一处半年查出三次。', weight: 2 },
  {
    category: 'incident',
    spot: 'water',
    title: '{s}强降雨应对复盘',
    about: '预警发出到人员转移用了两小时。',
    weight: 2,
  },
  {
    category: 'report',
    spot: 'home',
    title: '{s}停水诉求处置复盘',
    about: '两天里来了四十多个电话，答复口径不一。',
    weight: 2,
  },
  {
    category: 'dispute',
    spot: 'works',
    title: '{s}讨薪纠纷处置复盘',
    about: '第一次调解没有成，来了三次才解决。',
    weight: 1,
  },
  { category: 'drill', spot: 'public', title: '{s}消防疏散演练复盘', about: '疏散用时超过预案三分钟。', weight: 1 },
]
