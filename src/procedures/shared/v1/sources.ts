import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/*
 * Every rule the procedures rest on, once, with how sure we are of it (domain/source.ts). A `local` or `recalled` rule is a
 * default that each county confirms or changes. A `product` rule is ours: no law sets it. Words of a statute are quoted only
 * where the text was compared.
 */

/** 《信访工作条例》(2022): rules read in the text. */
export const petition = {
  rules: { article: text('《信访工作条例》（2022）', 'Petition Work Regulations (2022)'), mark: 'found' },
  enter: { article: text('《信访工作条例》第二十一条', 'Petition Work Regulations, art. 21'), mark: 'found' },
  route: { article: text('《信访工作条例》第二十二条', 'Petition Work Regulations, art. 22'), mark: 'found' },
  tell: { article: text('《信访工作条例》第二十三条', 'Petition Work Regulations, art. 23'), mark: 'found' },
  urgent: { article: text('《信访工作条例》第二十五条', 'Petition Work Regulations, art. 25'), mark: 'found' },
  sixRoutes: { article: text('《信访工作条例》第三十一条', 'Petition Work Regulations, art. 31'), mark: 'found' },
  opinion: { article: text('《信访工作条例》第三十二条', 'Petition Work Regulations, art. 32'), mark: 'found' },
  supervise: {
    article: text('《信访工作条例》第三十九条、第四十条', 'Petition Work Regulations, arts 39–40'),
    mark: 'found',
  },
  secrecy: {
    article: text('《信访工作条例》第三十条、第四十六条', 'Petition Work Regulations, arts 30, 46'),
    mark: 'found',
  },
  sponsor: { article: text('《信访工作条例》第十八条', 'Petition Work Regulations, art. 18'), mark: 'found' },
  forward: {
    article: text('《信访工作条例》第二十二条、第二十三条', 'Petition Work Regulations, arts 22–23'),
    mark: 'found',
  },
  remit: { article: text('《信访工作条例》第二十四条', 'Petition Work Regulations, art. 24'), mark: 'found' },
  recusal: { article: text('《信访工作条例》第二十八条', 'Petition Work Regulations, art. 28'), mark: 'found' },
  settle: { article: text('《信访工作条例》第三十三条', 'Petition Work Regulations, art. 33'), mark: 'found' },
  limit: { article: text('《信访工作条例》第三十四条', 'Petition Work Regulations, art. 34'), mark: 'found' },
  review: { article: text('《信访工作条例》第三十五条', 'Petition Work Regulations, art. 35'), mark: 'found' },
  recheck: { article: text('《信访工作条例》第三十六条', 'Petition Work Regulations, art. 36'), mark: 'found' },
  stillDissatisfied: {
    article: text('《信访工作条例》第三十五条、第三十六条', 'Petition Work Regulations, arts 35–36'),
    mark: 'found',
  },
  notAgain: {
    article: text('《信访工作条例》第十九条、第三十六条', 'Petition Work Regulations, arts 19, 36'),
    mark: 'found',
  },
  duty: {
    article: text(
      '《行政诉讼法》第四十七条：履行职责的期限，法律另有规定的从其规定',
      'Administrative Litigation Law, art. 47: time to perform a duty, unless another law sets it',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>

/** Intake centres and hotlines: one place's rule each. */
export const intake = {
  threeTiers: {
    article: text(
      '安徽东至县综治中心：简单1日、一般7日、复杂20日',
      'Dongzhi county centre: simple 1, ordinary 7, complex 20 days',
    ),
    mark: 'local',
  },
  noSecondReturn: {
    article: text('《潍坊12345条例》（2021）第二十二条', 'Weifang 12345 Regulations (2021), art. 22'),
    mark: 'local',
  },
  interim: {
    article: text('《济南12345条例》（2018）第二十四条', 'Jinan 12345 Regulations (2018), art. 24'),
    mark: 'local',
  },
  callBack: {
    article: text('《济南12345条例》（2018）第二十七条', 'Jinan 12345 Regulations (2018), art. 27'),
    mark: 'local',
  },
  redo: {
    article: text('《济南12345条例》（2018）第二十六条至第三十条', 'Jinan 12345 Regulations (2018), arts 26–30'),
    mark: 'local',
  },
} as const satisfies Record<string, Source>

/** Work safety and fire. */
export const safety = {
  law: { article: text('《安全生产法》（2021）', 'Work Safety Law (2021)'), mark: 'found' },
  reportMajor: { article: text('《安全生产法》第四十一条', 'Work Safety Law, art. 41'), mark: 'found' },
  reportMajorHours: {
    article: text(
      '《安全生产法》第四十一条要求报告；24小时是本系统的提醒点',
      'Work Safety Law, art. 41 asks for the report; the 24 hours are our reminder',
    ),
    mark: 'product',
  },
  rectify: {
    article: text('《安全生产法》第四十六条、第六十五条、第一百零二条', 'Work Safety Law, arts 46, 65, 102'),
    mark: 'found',
  },
  order: {
    article: text('《安全生产法》第六十五条', 'Work Safety Law, art. 65'),
    mark: 'found',
    quote: '对检查中发现的事故隐患，应当责令立即排除；……重大事故隐患排除后，经审查同意，方可恢复生产经营和使用。',
  },
  tipOff: { article: text('《安全生产法》第七十三条', 'Work Safety Law, art. 73'), mark: 'found' },
  powerCut: { article: text('《安全生产法》第七十条', 'Work Safety Law, art. 70'), mark: 'found' },
  seal: {
    article: text(
      '《安全生产法》第六十五条；消防的依《消防法》第五十四条',
      'Work Safety Law, art. 65; of fire: Fire Law, art. 54',
    ),
    mark: 'found',
  },
  fireLaw: { article: text('《消防法》第五十四条', 'Fire Law, art. 54'), mark: 'found' },
  fireJudgment: {
    article: text(
      '《重大火灾隐患判定规则》（国家标准35181—2025）；期限依《消防监督检查规定》（条文待核）',
      'GB 35181-2025 on major fire hazards; days by the Fire Supervision and Inspection Rules (article to be checked)',
    ),
    mark: 'recalled',
  },
  refusal: { article: text('《安全生产法》第一百零二条', 'Work Safety Law, art. 102'), mark: 'found' },
  criteria: { article: text('《安全生产法》第一百一十八条', 'Work Safety Law, art. 118'), mark: 'found' },
  evaluation: { article: text('《安全生产法》第八十六条', 'Work Safety Law, art. 86'), mark: 'found' },
  majorPlan: {
    article: text(
      '《安全生产事故隐患排查治理暂行规定》（16号令）第十五条、《浙江省安全生产条例》（2016文本）第十五条',
      'Order 16 on hazard governance, art. 15; Zhejiang Work Safety Regulations (2016 text), art. 15',
    ),
    mark: 'found',
  },
  fireReinspection: {
    article: text('《消防监督检查规定》（条文待核）', 'Fire Supervision and Inspection Rules (article to be checked)'),
    mark: 'local',
  },
  fireOrder: { article: text('某地消防机构的通知', 'Notice of one local fire office'), mark: 'local' },
  resume: {
    article: text('《安全生产事故隐患排查治理暂行规定》（16号令）第二十三条', 'Order 16 on hazard governance, art. 23'),
    mark: 'recalled',
  },
  reinspection: {
    article: text(
      '安全生产违法行为处罚办法（条文待核）',
      'Penalty Measures for work-safety violations (article to be checked)',
    ),
    mark: 'recalled',
  },
  listing: { article: text('青岛2012年挂牌督办做法', 'Qingdao listed supervision, 2012'), mark: 'local' },
  monthly: {
    article: text('河北2017年挂牌督办做法：按月报进展', 'Hebei listed supervision, 2017: monthly progress'),
    mark: 'local',
  },
} as const satisfies Record<string, Source>

/** Mediation and judicial confirmation. */
export const mediation = {
  law: { article: text('《人民调解法》（2010）', "People's Mediation Law (2010)"), mark: 'found' },
  free: {
    article: text('《人民调解法》第十七条、第二十三条', "People's Mediation Law, arts 17, 23"),
    mark: 'found',
  },
  police: { article: text('《人民调解法》第二十五条', "People's Mediation Law, art. 25"), mark: 'found' },
  remedies: { article: text('《人民调解法》第二十六条', "People's Mediation Law, art. 26"), mark: 'found' },
  record: { article: text('《人民调解法》第二十七条', "People's Mediation Law, art. 27"), mark: 'found' },
  written: {
    article: text('《人民调解法》第二十八条、第二十九条', "People's Mediation Law, arts 28–29"),
    mark: 'found',
  },
  oral: { article: text('《人民调解法》第二十八条、第三十条', "People's Mediation Law, arts 28, 30"), mark: 'found' },
  followUp: { article: text('《人民调解法》第三十一条', "People's Mediation Law, art. 31"), mark: 'found' },
  confirm: {
    article: text(
      '《人民调解法》第三十三条、《民事诉讼法》第二百零五条',
      "People's Mediation Law, art. 33; Civil Procedure Law, art. 205",
    ),
    mark: 'found',
  },
  choose: { article: text('《人民调解法》第二十三条', "People's Mediation Law, art. 23"), mark: 'found' },
  recusal: {
    article: text(
      '《人民调解法》第二十三条；法院特邀调解的回避依《特邀调解规定》（2016）第十五条',
      "People's Mediation Law, art. 23; for a court: Invited Mediation Rules (2016), art. 15",
    ),
    mark: 'found',
  },
  forCourt: {
    article: text('《特邀调解规定》（2016）第二十七条', 'Invited Mediation Rules (2016), art. 27'),
    mark: 'found',
  },
  courtAccepts: {
    article: text('法释〔2011〕5号第四条', 'Judicial interpretation 2011 no. 5, art. 4'),
    mark: 'found',
  },
  courtDecides: {
    article: text(
      '《民事诉讼法》第一百八十七条；法释〔2011〕5号第五条为15日',
      'Civil Procedure Law, art. 187; 15 days in judicial interpretation 2011 no. 5, art. 5',
    ),
    mark: 'found',
  },
  limit: {
    article: text('《深圳矛盾纠纷多元化解条例》第二十五条', 'Shenzhen Dispute Resolution Regulations, art. 25'),
    mark: 'local',
  },
  accept: {
    article: text('《深圳矛盾纠纷多元化解条例》第四十六条', 'Shenzhen Dispute Resolution Regulations, art. 46'),
    mark: 'local',
  },
  pass: {
    article: text('《深圳矛盾纠纷多元化解条例》第四十五条', 'Shenzhen Dispute Resolution Regulations, art. 45'),
    mark: 'local',
  },
} as const satisfies Record<string, Source>

/** Risk, supervised tasks, rectification and review. */
export const governance = {
  riskProcess: {
    article: text('国家标准《风险管理 指南》（2022年版）', 'Risk management guidelines (GB/T 24353-2022)'),
    mark: 'recalled',
  },
  riskReview: {
    article: text('风险管理通行做法：至少每年复评一次', 'Customary risk practice: at least yearly'),
    mark: 'recalled',
  },
  riskLec: {
    article: text('作业条件危险性分析法', 'Danger of working conditions (LEC)'),
    mark: 'found',
  },
  riskMatrix: { article: text('可能性乘影响分级表（方案甲）', 'Likelihood × impact table (scheme A)'), mark: 'found' },
  tasks: {
    article: text('县级督查制度（2015）：立项到归档', 'A county oversight rule (2015): from initiation to archive'),
    mark: 'local',
  },
  colours: { article: text('宿迁2025年三色督办单', 'Suqian three-colour orders, 2025'), mark: 'local' },
  writeOff: {
    article: text(
      '整改销号通行做法：举证、签字、验收、批准',
      'Customary write-off: evidence, signature, acceptance, approval',
    ),
    mark: 'recalled',
  },
  lookBack: {
    article: text('回头看通行做法：销号后1至6个月', 'Customary look-back: 1 to 6 months after write-off'),
    mark: 'recalled',
  },
  review: {
    article: text('《突发事件应对法》（2024）第九十二条', 'Emergency Response Law (2024), art. 92'),
    mark: 'found',
  },
  noInterest: {
    article: text(
      '《生产安全事故报告和调查处理条例》第二十三条',
      'Accident Reporting and Investigation Regulations, art. 23',
    ),
    mark: 'found',
  },
} as const satisfies Record<string, Source>

/** A limit that no rule sets; each county may change it. */
export const ownRule: Source = {
  article: text('本系统的默认做法，没有法定期限', 'Our default; no legal limit'),
  mark: 'product',
}
