import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Honours and tolerance of honest mistakes: party rules and customs, each place with its own wording. */
export const honours = {
  rules: {
    article: text('《国家功勋荣誉表彰条例》和本地表彰办法', 'Regulations on honours, and the local rule'),
    mark: 'recalled',
  },
  publicity: {
    article: text('表彰公示通行做法：五个工作日以上', 'Customary publicity of honours: five working days or more'),
    mark: 'recalled',
  },
  tolerance: {
    article: text(
      '《关于进一步激励广大干部新时代新担当新作为的意见》（2018）：“三个区分开来”',
      'Opinion on encouraging officials (2018): the three distinctions',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
