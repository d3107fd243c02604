import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Peaceful-unit programme, teaching the law, honours and tolerance: much of it is each place's own. */
export const building = {
  programme: {
    article: text(
      '《健全落实社会治安综合治理领导责任制规定》（厅字〔2016〕8号）',
      'Rules on responsibility for comprehensive public order (2016 no. 8)',
    ),
    mark: 'recalled',
  },
  score: {
    article: text(
      '平安创建评分样表：社区90分、单位80分达标，乡镇要半数以上村社达标',
      'Sample sheets: communities pass at 90, units at 80; a township needs half of its villages passed',
    ),
    mark: 'local',
  },
  suspension: {
    article: text(
      '《浙江省社会治安综合治理条例》（2017）第二十九条',
      'Zhejiang Comprehensive Public Order Regulations (2017), art. 29',
    ),
    mark: 'local',
  },
  publicity: {
    article: text('公示通行做法：五个工作日以上', 'Customary publicity: five working days or more'),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
