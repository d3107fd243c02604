import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Incidents, plans and drills: what the law asks, with how sure we are of it. */

const response = (zh: string, en: string) =>
  ({
    article: text(`《突发事件应对法》（2024）${zh}`, `Emergency Response Law (2024), ${en}`),
    mark: 'found',
  }) as const satisfies Source

const safetyPlan = (zh: string, en: string) =>
  ({
    article: text(`《生产安全事故应急条例》（2019）${zh}`, `Work Accident Response Regulations (2019), ${en}`),
    mark: 'found',
  }) as const satisfies Source

/** Response plans. */
export const planLaw = {
  content: response('第二十八条', 'art. 28'),
  revise: safetyPlan('第六条', 'art. 6'),
  file: safetyPlan('第七条', 'art. 7'),
  drill: {
    article: text(
      '《突发事件应急预案管理办法》（国办发〔2024〕5号）；生产安全的依《生产安全事故应急条例》第八条（三年、一年的条文待核）',
      'Plan Management Measures (2024 no. 5); work safety: Work Accident Response Regulations, art. 8 (the articles for three years and for one are to be checked)',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>

const accident = (zh: string, en: string) =>
  ({
    article: text(`《生产安全事故报告和调查处理条例》${zh}`, `Accident Reporting and Investigation Regulations, ${en}`),
    mark: 'found',
  }) as const satisfies Source

/** Incidents: reporting, response, investigation. */
export const incidentLaw = {
  law: { article: text('《突发事件应对法》（2024）', 'Emergency Response Law (2024)'), mark: 'found' },
  grade: accident('第三条', 'art. 3'),
  unitReports: accident('第九条', 'art. 9'),
  levelsReport: accident('第十条、第十一条', 'arts 10–11'),
  content: accident('第十二条', 'art. 12'),
  supplement: accident('第十三条', 'art. 13'),
  investigators: accident('第十九条', 'art. 19'),
  noInterest: accident('第二十三条', 'art. 23'),
  appraisal: accident('第二十七条', 'art. 27'),
  investigation: accident('第二十九条', 'art. 29'),
  reply: accident('第三十二条', 'art. 32'),
  evaluation: { article: text('《安全生产法》第八十六条', 'Work Safety Law, art. 86'), mark: 'found' },
  health: {
    article: text('《突发公共卫生事件应对法》第三十条', 'Public Health Emergency Response Law, art. 30'),
    mark: 'found',
  },
  duty: {
    article: text(
      '锡林浩特2024年值班制度：先电话，30分钟内首报',
      'Xilinhot duty rules, 2024: phone first, first report within 30 minutes',
    ),
    mark: 'local',
  },
  receive: response('第六十条', 'art. 60'),
  noHiding: response('第六十一条', 'art. 61'),
  handUp: response('第十七条', 'art. 17'),
  levels: response('第七十一条', 'art. 71'),
  adjust: response('第七十一条', 'art. 71'),
  personal: response('第八十五条', 'art. 85'),
  standDown: response('第八十六条', 'art. 86'),
  recovery: response('第八十七条', 'art. 87'),
  plan: {
    article: text('启动的预案写明的分钟数', 'The minutes that the plan itself says'),
    mark: 'product',
  },
} as const satisfies Record<string, Source>
