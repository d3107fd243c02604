import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Personal Information Protection Law: read in the text. */
export const privacy = {
  law: { article: text('《个人信息保护法》（2021）', 'Personal Information Protection Law (2021)'), mark: 'found' },
  consent: {
    article: text('《个人信息保护法》第十四条', 'Personal Information Protection Law, art. 14'),
    mark: 'found',
  },
  withdrawal: {
    article: text('《个人信息保护法》第十五条、第四十七条', 'Personal Information Protection Law, arts 15, 47'),
    mark: 'found',
  },
  passing: {
    article: text('《个人信息保护法》第二十三条', 'Personal Information Protection Law, art. 23'),
    mark: 'found',
  },
} as const satisfies Record<string, Source>

/** Records of interference (“三个规定”) and integrity risk points. */
export const integrity = {
  rules: {
    article: text(
      '“三个规定”（2015年，三个文件）',
      'The three rules of 2015 on interference, inside asking and improper contact',
    ),
    mark: 'found',
  },
  duty: {
    article: text('《人民法院组织法》第五十二条', 'Organic Law of the Courts, art. 52'),
    mark: 'found',
  },
  atOnce: {
    article: text(
      '某地实施细则：影响案件的立即报告（按24小时提醒，是本系统定的）',
      'A local rule: at once where the case is affected; the 24 hours are ours',
    ),
    mark: 'local',
  },
  quarterly: {
    article: text(
      '某地实施细则：每季度分析报告，没有也要零报告',
      'A local rule: each quarter, also when there is nothing',
    ),
    mark: 'local',
  },
  protection: {
    article: text('“三个规定”：记录人受保护，不得打击报复', 'The three rules: who records is protected'),
    mark: 'found',
  },
  yearly: {
    article: text(
      '廉政风险防控通行做法：每年和变化时重新定级',
      'Customary practice: graded anew each year and on change',
    ),
    mark: 'recalled',
  },
  points: {
    article: text('廉政风险防控通行做法：按标准项数定级', 'Customary practice: graded by the number of criteria'),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>

/** Case quality review: what is local or recalled each court confirms. */
export const caseReview = {
  rules: {
    article: text(
      '《案件质量检查与评查工作规定（试行）》（2025年3月，检察机关）；法院依本院评查办法',
      'Trial rules on case quality review of March 2025 (procuratorates); courts by their own rules',
    ),
    mark: 'found',
  },
  noForce: {
    article: text('各地法院评查办法：评查不影响裁判效力', 'Local court rules: a review leaves the judgment as it is'),
    mark: 'local',
  },
  recusal: {
    article: text(
      '审判人员回避规定（2011）第一条、第三条；用于评查人是通行做法',
      'Recusal rules for judges (2011), arts 1 and 3; applied to reviewers by custom',
    ),
    mark: 'recalled',
  },
  bands: {
    article: text('评查等级通行分档：90、75、60分', 'Customary bands: 90, 75 and 60 points'),
    mark: 'recalled',
  },
  objection: {
    article: text('评查异议通行做法：5至10个工作日内提出', 'Customary: an objection within 5 to 10 working days'),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
