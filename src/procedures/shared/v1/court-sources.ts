import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/*
 * The rules of court cases: 民事诉讼法 (2023), 刑事诉讼法 (2018), 行政诉讼法 (2017), the interpretations, and the rules on trial limits
 * of 2000 and 2019. How sure we are of each is said as in sources.ts.
 */

const found = (zh: string, en: string): Source => ({ article: text(zh, en), mark: 'found' })
const recalled = (zh: string, en: string): Source => ({ article: text(zh, en), mark: 'recalled' })
const civilLaw = (zh: string, en: string) => found(`《民事诉讼法》${zh}`, `Civil Procedure Law, ${en}`)
const criminalLaw = (zh: string, en: string) => found(`《刑事诉讼法》${zh}`, `Criminal Procedure Law, ${en}`)
const adminLaw = (zh: string, en: string) => found(`《行政诉讼法》${zh}`, `Administrative Litigation Law, ${en}`)
const rules2000 = (zh: string, en: string) =>
  found(`《关于严格执行案件审理期限制度的若干规定》（2000）${zh}`, `SPC rules on trial limits (2000), ${en}`)
const rules2019 = (zh: string, en: string) =>
  found(`《关于严格规范民商事案件延长审限和延期开庭问题的规定》（2019）${zh}`, `SPC rules on extension (2019), ${en}`)

/** Filing, and mediation before it. */
export const filing = {
  decide: found(
    '《民事诉讼法》第一百二十六条、《行政诉讼法》第五十一条',
    'Civil Procedure Law, art. 126; Administrative Litigation Law, art. 51',
  ),
  correct: found(
    '《民诉法解释》第一百二十六条、第二百零八条，《行政诉讼法》第五十一条',
    'Civil Interpretation, arts 126, 208; Administrative Litigation Law, art. 51',
  ),
  papersBack: found('《行诉法解释》第五十五条', 'Administrative Interpretation, art. 55'),
  move: rules2000('第七条', 'art. 7'),
  mediate: found('《关于人民法院特邀调解的规定》（2016）第二十七条', 'SPC rules on invited mediation (2016), art. 27'),
  back: found('《关于人民法院特邀调解的规定》（2016）第二十一条', 'SPC rules on invited mediation (2016), art. 21'),
  number: recalled('《关于人民法院案件案号的若干规定》', 'SPC rules on case numbers'),
} as const satisfies Record<string, Source>

/** Time limits of trials, what does not count, and more time. */
export const limits = {
  civil: civilLaw(
    '第一百五十二条、第一百六十四条、第一百六十八条、第一百八十三条、第一百八十七条',
    'arts 152, 164, 168, 183, 187',
  ),
  criminal: criminalLaw(
    '第二百零八条、第二百一十二条、第二百二十条、第二百二十五条、第二百四十三条、第二百五十八条',
    'arts 208, 212, 220, 225, 243, 258',
  ),
  criminalExtension: found('《刑诉法解释》第二百一十条', 'Criminal Interpretation, art. 210'),
  investigated: found(
    '《刑事诉讼法》第二百零五条、第二百零八条，《刑诉法解释》第二百七十四条',
    'Criminal Procedure Law, arts 205, 208; Criminal Interpretation, art. 274',
  ),
  admin: adminLaw('第八十一条、第八十三条、第八十八条', 'arts 81, 83, 88'),
  enforcement: rules2000('第五条', 'art. 5'),
  adminExtension: found(
    '《行政诉讼法》第八十一条、第八十八条，《行诉法解释》第五十条，审限规定（2000）第十三条',
    'Administrative Litigation Law, arts 81, 88; Interpretation, art. 50; 2000 rules, art. 13',
  ),
  excluded: found(
    '审限规定（2000）第九条，《民诉法解释》第二百四十三条，《行诉法解释》第五十条，《刑事诉讼法》第二百三十五条',
    '2000 rules, art. 9; Civil Interpretation, art. 243; Administrative, art. 50; Criminal Procedure Law, art. 235',
  ),
  civilExtension: rules2019('第一条', 'art. 1'),
  toOrdinary: found(
    '《民事诉讼法》第一百七十条、《民诉法解释》第二百五十八条',
    'Civil Procedure Law, art. 170; Interpretation, art. 258',
  ),
  criminalToOrdinary: found(
    '审限规定（2000）第八条、《刑诉法解释》第三百七十六条',
    '2000 rules, art. 8; Criminal Interpretation, art. 376',
  ),
  adminToOrdinary: found(
    '《行政诉讼法》第八十四条、《行诉法解释》第一百零五条',
    'Administrative Litigation Law, art. 84; Interpretation, art. 105',
  ),
  disclose: rules2019('第七条', 'art. 7'),
} as const satisfies Record<string, Source>

/** Papers of the parties, hearings, judgment. */
export const trial = {
  complaint: found(
    '《民事诉讼法》第一百二十八条、《行政诉讼法》第六十七条',
    'Civil Procedure Law, art. 128; Administrative Litigation Law, art. 67',
  ),
  notice: found(
    '《民事诉讼法》第一百三十九条、《行诉法解释》第七十一条',
    'Civil Procedure Law, art. 139; Administrative Interpretation, art. 71',
  ),
  simpleNotice: found(
    '《民事诉讼法》第一百六十三条，《刑事诉讼法》第二百一十九条、第二百二十四条，《行诉法解释》第一百零三条',
    'Civil Procedure Law, art. 163; Criminal, arts 219, 224; Administrative Interpretation, art. 103',
  ),
  criminalNotice: criminalLaw('第一百八十七条', 'art. 187'),
  adjourn: rules2019('第二条、第三条、第五条、第六条', 'arts 2, 3, 5, 6'),
  adjournOther: found(
    '《刑事诉讼法》第二百零四条、《行政诉讼法》第一百零一条',
    'Criminal Procedure Law, art. 204; Administrative Litigation Law, art. 101',
  ),
  gap: rules2019('第五条', 'art. 5'),
  recuse: found(
    '《民事诉讼法》第四十七条、《刑事诉讼法》第二十九条、《行政诉讼法》第五十五条',
    'Civil Procedure Law, art. 47; Criminal, art. 29; Administrative, art. 55',
  ),
  record: found(
    '《民事诉讼法》第一百五十条、《刑事诉讼法》第二百零七条',
    'Civil Procedure Law, art. 150; Criminal, art. 207',
  ),
  deliver: found(
    '《民事诉讼法》第一百五十一条、《行政诉讼法》第八十条',
    'Civil Procedure Law, art. 151; Administrative, art. 80',
  ),
  deliverCriminal: criminalLaw('第二百零二条', 'art. 202'),
  ends: civilLaw('第一百四十八条、第一百五十四条', 'arts 148, 154'),
  supervised: recalled('法发〔2021〕30号：四类案件监督管理', 'SPC opinion 30 (2021): four classes of cases'),
  suspended: civilLaw('第一百五十三条', 'art. 153'),
} as const satisfies Record<string, Source>

/** Service, appeal, and papers to the court above. */
export const service = {
  methods: civilLaw('第八十八条至第九十五条', 'arts 88–95'),
  electronic: found('《人民法院在线诉讼规则》第三十一条', 'SPC rules on online litigation, art. 31'),
  notice: civilLaw('第九十五条', 'art. 95'),
  appeal: found(
    '《民事诉讼法》第一百七十一条、《行政诉讼法》第八十五条',
    'Civil Procedure Law, art. 171; Administrative Litigation Law, art. 85',
  ),
  appealCriminal: criminalLaw('第二百三十条', 'art. 230'),
  posted: civilLaw('第八十五条、第八十六条', 'arts 85, 86'),
  withdrawn: found(
    '《民事诉讼法》第一百八十条、《刑诉法解释》第三百八十三条、第三百八十六条',
    'Civil Procedure Law, art. 180; Criminal Interpretation, arts 383, 386',
  ),
  copies: found(
    '《民事诉讼法》第一百七十四条、审限规定（2000）第十七条',
    'Civil Procedure Law, art. 174; 2000 rules, art. 17',
  ),
  files: found(
    '《刑事诉讼法》第二百三十一条、审限规定（2000）第十五条、第十六条',
    'Criminal Procedure Law, art. 231; 2000 rules, arts 15–16',
  ),
} as const satisfies Record<string, Source>

/** Enforcement. */
export const enforcement = {
  notice: found(
    '《民事诉讼法》第二百五十一条、《民诉法解释》第四百八十条',
    'Civil Procedure Law, art. 251; Interpretation, art. 480',
  ),
  search: {
    article: text('《关于人民法院办理执行案件若干期限的规定》（2006）', 'SPC rules on limits of enforcement (2006)'),
    mark: 'found',
  },
  seizure: found('《民诉法解释》第四百八十五条', 'Interpretation of the Civil Procedure Law, art. 485'),
  objection: civilLaw('第二百三十六条、第二百三十八条', 'arts 236, 238'),
  provisional: found(
    '《关于严格规范终结本次执行程序的规定（试行）》（2016）第一条、《民诉法解释》第五百一十七条',
    'SPC rules on ending an enforcement for now (2016), art. 1; Interpretation, art. 517',
  ),
  checks: recalled(
    '终结本次执行程序后五年内每六个月查询一次',
    'After it ends for now, a search every six months for five years',
  ),
  ends: civilLaw('第二百六十八条', 'art. 268'),
} as const satisfies Record<string, Source>

/** The file of a case. */
export const archives = {
  file: recalled('人民法院诉讼文书立卷归档办法：结案后三个月', 'SPC rules on filing: three months after closing'),
  retention: {
    article: text('《人民法院诉讼档案保管期限的规定》第三条', 'SPC rules on keeping case files, art. 3'),
    mark: 'found',
  },
  addition: { article: text('归档后补充材料登记（各地规定）', 'Additions after filing (local rules)'), mark: 'local' },
} as const satisfies Record<string, Source>
