import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** 督促阶梯 and 吹哨报到: who wrote which rung, and how sure we are of it. */
export const ladderSources = {
  /** Suqian 2025: blue near the due day, yellow behind schedule or poor, red overdue. */
  colours: {
    article: text(
      '宿迁2025年三色督办单：临期蓝单、进度慢或质量差黄单、逾期红单',
      'Suqian three-colour orders (2025): blue near the due day, yellow slow or poor, red overdue',
    ),
    mark: 'local',
  },
  /** Sanming 2017: one colour after the other was not met, urgent matters higher at once. */
  oneAfterTheOther: {
    article: text(
      '三明2017年三色督办单：前一色没有落实再发后一色，紧急的可以直接发',
      'Sanming three-colour orders (2017): the next after the one before was unmet; urgent matters start higher',
    ),
    mark: 'local',
  },
  talkAndList: {
    article: text(
      '《信访工作条例》第三十九条、第四十条：约谈、通报、挂牌督办；先后次序是惯例',
      'Petition Work Regulations, arts 39–40: talk, circular, listing; their order is custom',
    ),
    mark: 'recalled',
  },
  whistle: {
    article: text(
      '乡镇（街道）吹哨、部门报到；到场时限没有统一规定，这里是建议',
      'A township whistles, departments report in; no common rule sets how soon: these are proposals',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
