import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Duty: that it must exist is law; how a shift is kept and handed over is known from one place, or from practice. */
export const dutyLaw = {
  law: {
    article: text(
      '《生产安全事故应急条例》（2019）第十四条：县级以上政府和有关单位建立应急值班制度',
      'Work Accident Response Regulations (2019), art. 14: emergency duty at county governments and named units',
    ),
    mark: 'found',
  },
  phone: {
    article: text(
      '《生产安全事故报告和调查处理条例》第十八条：公布值班电话，受理事故报告',
      'Accident Reporting and Investigation Regulations, art. 18: the duty phone is published and takes reports',
    ),
    mark: 'found',
  },
  swap: {
    article: text(
      '锡林浩特2024年值班制度：不得替班；换班须经总带班领导同意，并告知办公室',
      'Xilinhot duty rules, 2024: no stand-ins; a swap only with the chief duty leader’s consent, told to the office',
    ),
    mark: 'local',
  },
  phoneTest: {
    article: text(
      '锡林浩特2024年值班制度：每次交接班测试固定电话',
      'Xilinhot duty rules, 2024: the fixed phone is tested at each shift change',
    ),
    mark: 'local',
  },
  log: {
    article: text(
      '锡林浩特2024年值班制度：如实记录值班要事',
      'Xilinhot duty rules, 2024: main events are recorded faithfully',
    ),
    mark: 'local',
  },
  handover: {
    article: text(
      '值班工作通行做法：交接要签字，交清未办事项和领导指示（待本县确认）',
      'Customary duty practice: the hand-over is signed, with open items and pending instructions (to be confirmed)',
    ),
    mark: 'recalled',
  },
  twoPersons: {
    article: text(
      '值班工作通行做法：24小时值守，每班不少于两人（待本县确认）',
      'Customary duty practice: 24 hours, at least two persons a shift (to be confirmed)',
    ),
    mark: 'recalled',
  },
  spotCheck: {
    article: text(
      '值班工作通行做法：抽查在岗，电话三声内接听；脱岗的通报（待本县确认）',
      'Customary duty practice: spot checks, answered by the third ring; failures are circulated (to be confirmed)',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
