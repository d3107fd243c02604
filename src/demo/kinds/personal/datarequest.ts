import type { FormValues } from '../../../domain/procedure/form.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { COUNTY_ID } from '../../county/units.ts'
import { type DemoKind, move, type Path } from '../kind.ts'
import { common, placeFor } from '../story-parts.ts'

const WISHES: Readonly<Record<string, readonly [title: string, wish: string]>> = {
  access: ['申请查阅本人信息', '登记时留了哪些联系方式，给一份副本。'],
  correction: ['申请更正联系电话', '电话换了，请改成新的。'],
  deletion: ['申请删除联系方式', '事情办完了，不用再联系。'],
  explanation: ['请说明信息怎么用', '登记的信息给了哪些单位，存多久。'],
  withdrawal: ['撤回同意', '不再同意用这个地址收文书。'],
}

const toldToday = ({ openedAt }: { readonly openedAt: string }): FormValues => ({
  replyText: '您的请求已经办好，理由和依据见决定。',
  toldHow: 'writing',
  toldOn: dayOf(openedAt),
})

const path: Path = {
  moves: {
    received: [
      move('verifyIdentity', 9, [0, 2], { given: () => ({ verifiedHow: 'document', verifiedSame: 'same' }) }),
      move('endUnverified', 1, [1, 3], {
        given: (matter) => ({ ...toldToday(matter), replyText: '没能核实是您本人。', remedies: ['court', 'again'] }),
      }),
    ],
    verified: [
      move('propose', 1, [1, 4], {
        given: () => ({
          foundWhat: '联系方式两项，登记时本人提供。',
          proposal: '按本人所说的事项查过，建议如实说明。',
        }),
      }),
    ],
    deciding: [
      move('decide', 1, [1, 3], {
        given: ({ fields }) =>
          fields['category'] === 'explanation'
            ? { decision: 'granted' }
            : {
                decision: 'refused',
                decisionReason: '所说的编号没有查到本人登记的信息。',
                remedies: ['court', 'again'],
              },
      }),
    ],
    granted: [move('explain', 1, [0, 2], { given: () => ({ doneWhat: '说明了用途、去向和保存多久。' }) })],
    toReply: [
      move('reply', 1, [0, 2], { when: ({ fields }) => fields['decision'] !== 'refused', given: toldToday }),
      move('replyRefusal', 1, [0, 2], { when: ({ fields }) => fields['decision'] === 'refused', given: toldToday }),
    ],
  },
  asides: [],
}

/** Requests about personal data in the demo county: few, and answered. */
export const datarequestKind: DemoKind = {
  ...path,
  rate: 0.07,
  offRate: 0,
  begin: (day, dice) => {
    const category = dice.weighted([
      { category: 'access', weight: 4 },
      { category: 'explanation', weight: 4 },
      { category: 'correction', weight: 2 },
      { category: 'deletion', weight: 2 },
      { category: 'withdrawal', weight: 1 },
    ]).category
    const [title = '', wish = ''] = WISHES[category] ?? []
    return {
      form: {
        title,
        category,
        asker: 'self',
        wish,
        receivedOn: day,
        contactName: '小林',
        contactPhone: '000-0000-1357',
      },
      facts: { ...common(placeFor('public', dice), wish, dice), category, handlingUnit: COUNTY_ID, tier: 'county' },
    }
  },
  door: () => ({ channel: 'window', postId: 'clerk' }),
  stories: () => [],
}
