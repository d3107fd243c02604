import { dayOf } from '../../../domain/time/time.ts'
import { COUNTY_ID } from '../../county/units.ts'
import { type DemoKind, move, type Path } from '../kind.ts'
import { common, placeFor } from '../story-parts.ts'

const NOTICE = {
  noticeKinds: '登记用的联系方式',
  noticeCause: '设备报废前没有清除',
  noticeHarm: '可能接到骚扰电话',
  noticeMeasures: '设备已收回并清除，登记表已停用',
  noticeContact: '县综治中心值班室',
}

const path: Path = {
  moves: {
    discovered: [
      move('contain', 1, [0, 0], { minutes: [20, 100], given: () => ({ containment: '设备断网、收回，改了密码。' }) }),
    ],
    contained: [
      move('assess', 1, [0, 1], {
        given: () => ({
          dataKinds: '登记用的联系方式',
          sensitive: 'no',
          howMany: 12,
          cause: '设备报废前没有清除',
          harm: '可能接到骚扰电话',
          avertable: 'no',
        }),
      }),
    ],
    telling: [
      move('tellAuthority', 1000, [0, 0], {
        when: ({ fields }) => fields['authorityOn'] === undefined,
        given: ({ stateSince }) => ({ ...NOTICE, authority: '县网信部门', authorityOn: dayOf(stateSince) }),
      }),
      move('tellPersons', 500, [0, 1], {
        when: ({ fields }) => fields['authorityOn'] !== undefined && fields['personsOn'] === undefined,
        given: ({ stateSince }) => ({
          ...NOTICE,
          noticeAdvice: '不接陌生来电，可以换联系方式',
          personsHow: 'each',
          personsOn: dayOf(stateSince),
        }),
      }),
      move('beginMending', 1, [0, 1], {
        when: ({ fields }) => fields['authorityOn'] !== undefined && fields['personsOn'] !== undefined,
      }),
    ],
    mending: [move('reportMended', 1, [2, 6], { given: () => ({ mending: '逐台清除，报废流程加了一步确认。' }) })],
    checking: [move('acceptMending', 1, [1, 3])],
    reviewing: [move('close', 1, [3, 8], { given: () => ({ lesson: '清除写进了报废流程，抽查两台都已清除。' }) })],
  },
  asides: [],
}

/** Breaches in the demo county: hardly any, and told. */
export const breachKind: DemoKind = {
  ...path,
  rate: 0.03,
  offRate: 0,
  begin: (day, dice) => ({
    form: {
      title: dice.pick(['报废电脑里有登记表', '群里误发了登记表', '登记本一时找不到']),
      category: dice.pick(['leaked', 'leaked', 'lost']),
      certain: 'possible',
      foundOn: day,
      what: '发现后马上收回，涉及十几条登记信息。',
    },
    facts: { ...common(placeFor('public', dice), '', dice), handlingUnit: COUNTY_ID, tier: 'county' },
  }),
  door: () => ({ channel: 'other', postId: 'handler' }),
  stories: () => [],
}
