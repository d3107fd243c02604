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
  correct: adminLaw('第五十一条', 'art. 51'),
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
  criminal: criminalLaw('第二百零八条、第二百二十条、第二百二十五条、第二百四十三条', 'arts 208, 220, 225, 243'),
  admin: adminLaw('第八十一条、第八十三条、第八十八条', 'arts 81, 83, 88'),
  enforcement: rules2000('第五条', 'art. 5'),
  excluded: rules2000('第九条', 'art. 9'),
  civilExtension: rules2019('第一条', 'art. 1'),
  toOrdinary: found(
    '《民事诉讼法》第一百七十条、《民诉法解释》第二百五十八条',
    'Civil Procedure Law, art. 170; Interpretation, art. 258',
  ),
  criminalToOrdinary: rules2000('第八条', 'art. 8'),
  disclose: rules2019('第七条', 'art. 7'),
} as const satisfies Record<string, Source>

/** Papers of the parties, hearings, judgment. */
export const trial = {
  complaint: found(
    '《民事诉讼法》第一百二十八条、《行政诉讼法》第六十七条',
    'Civil Procedure Law, art. 128; Administrative Litigation Law, art. 67',
  ),
  notice: civilLaw('第一百三十九条', 'art. 139'),
  simpleNotice: civilLaw('第一百六十三条', 'art. 163'),
  criminalNotice: criminalLaw('第一百八十七条', 'art. 187'),
  adjourn: rules2019('第三条、第五条、第六条', 'arts 3, 5, 6'),
  recuse: civilLaw('第四十七条', 'art. 47'),
  record: civilLaw('第一百五十条', 'art. 150'),
  deliver: civilLaw('第一百五十一条', 'art. 151'),
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
  copies: rules2000('第十七条', 'art. 17'),
  files: rules2000('第十五条、第十六条、第十九条', 'arts 15–16, 19'),
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
  objection: civilLaw('第二百三十六条', 'art. 236'),
  provisional: found(
    '《关于严格规范终结本次执行程序的规定（试行）》（2016）第一条',
    'SPC rules on ending an enforcement for now (2016), art. 1',
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
