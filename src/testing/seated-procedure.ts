import { defineProcedure, type Procedure } from '../domain/procedure/procedure.ts'
import { text } from '../domain/wording/text.ts'
import { tinyProcedure } from './tiny-procedure.ts'

const yes = { kind: 'yesNo', title: text('同意', 'Agrees') } as const

/** The tiny procedure with seats: one side orders, another handles, several assist, parties agree, a panel votes. */
export const seatedProcedure: Procedure = defineProcedure({
  ...(tinyProcedure as Parameters<typeof defineProcedure>[0]),
  id: 'seated',
  title: text('交办事项', 'Ordered matter'),
  documents: { order: { title: text('交办单', 'Order') } },
  seats: { party: { title: text('当事人', 'Party'), holds: 'party', many: true } },
  forms: {
    opening: {
      title: text('交办', 'Order'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), required: true, sets: 'title' },
        aboutUnit: { kind: 'unit', title: text('反映的单位', 'About'), sets: 'aboutUnit' },
        ordering: { kind: 'post', title: text('交办领导', 'Ordering leader'), roles: ['leader'], sets: 'ordering' },
      },
    },
    arrange: {
      title: text('安排', 'Arrange'),
      fields: {
        unit: { kind: 'unit', title: text('承办单位', 'Unit'), sets: 'unit' },
        owner: { kind: 'post', title: text('承办人', 'Handler'), sets: 'owner' },
        level: { kind: 'level', title: text('等级', 'Level'), sets: 'level' },
        ordering: { kind: 'post', title: text('交办领导', 'Ordering leader'), roles: ['leader'], sets: 'ordering' },
        assistants: {
          kind: 'items',
          title: text('协办单位', 'Assisting units'),
          fills: 'assist',
          fields: {
            unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
            what: { kind: 'text', title: text('协办什么', 'What') },
          },
        },
        parties: {
          kind: 'items',
          title: text('各方', 'Parties'),
          fills: 'party',
          fields: { side: { kind: 'text', title: text('哪一方', 'Side'), required: true } },
        },
      },
    },
    regrade: {
      title: text('重新定级', 'Grade again'),
      fields: { newLevel: { kind: 'level', title: text('新等级', 'New level'), required: true, sets: 'level' } },
    },
    consent: {
      title: text('记录意见', 'Record consent'),
      fields: { party: { kind: 'holder', title: text('哪一方', 'Which party'), of: 'party', required: true } },
    },
    lift: {
      title: text('撤销回避', 'Lift'),
      fields: { whose: { kind: 'post', title: text('哪个岗位', 'Whose'), required: true } },
    },
    report: {
      title: text('报送', 'Report'),
      fields: {
        ready: yes,
        listedOn: { kind: 'date', title: text('挂牌日期', 'Listed on'), notAfter: 'today' },
      },
    },
  },
  deadlines: {},
  opening: { form: 'opening', by: ['clerk', 'leader'], state: 'received', starts: [] },
  states: {
    received: { title: text('已受理', 'Received'), group: 'open' },
    assisted: { title: text('协办中', 'Assisted'), group: 'waiting' },
    arbitrated: { title: text('待裁定', 'To be ruled'), group: 'open' },
    handled: { title: text('待验收', 'To be verified'), group: 'open' },
    closed: { title: text('已办结', 'Closed'), group: 'done', outcome: 'closed' },
  },
  steps: {
    arrange: { title: text('安排', 'Arrange'), from: 'open', by: ['clerk'], form: 'arrange', issues: ['order'] },
    regrade: { title: text('重新定级', 'Grade again'), from: 'open', by: ['clerk'], form: 'regrade' },
    ask: { title: text('请协办', 'Ask'), from: ['received'], to: 'assisted', by: ['clerk'], form: 'arrange' },
    sign: {
      title: text('签收', 'Sign'),
      from: 'open',
      by: [{ role: 'clerk', is: 'assist' }],
      signs: 'assist',
    },
    answer: {
      title: text('反馈', 'Answer'),
      from: 'open',
      by: [{ role: 'clerk', is: 'assist' }],
      answers: 'assist',
      to: [{ if: { seat: 'assist', every: ['answered', 'refused'] }, to: 'handled' }, { to: 'assisted' }],
    },
    refuse: {
      title: text('回绝', 'Refuse'),
      from: 'open',
      by: [{ role: 'clerk', is: 'assist' }],
      refuses: 'assist',
      raises: ['ordering'],
    },
    consent: {
      title: text('记录同意', 'Record consent'),
      from: 'open',
      by: ['clerk'],
      form: 'consent',
      answers: 'party',
    },
    report: {
      title: text('报送', 'Report'),
      from: ['received'],
      to: [
        { if: { all: [{ the: 'ready', is: ['yes'] }, { not: { the: 'level', is: ['major'] } }] }, to: 'handled' },
        { if: { the: { rounds: 'back' }, atLeast: 2 }, to: 'arbitrated' },
        { to: 'received' },
      ],
      by: ['clerk', 'handler'],
      form: 'report',
      handles: true,
    },
    back: { title: text('退回', 'Back'), from: ['handled'], to: 'received', by: [{ role: 'leader', at: 'ordering' }] },
    delist: { title: text('摘牌', 'Delist'), from: 'open', by: ['clerk'], guards: ['isListed'], clears: ['listedOn'] },
    reorder: {
      title: text('重新交办', 'Order again'),
      from: 'open',
      by: ['clerk'],
      issues: ['order'],
      revokes: ['order'],
    },
    recuse: { title: text('回避', 'Recuse'), from: 'open', by: ['clerk', 'handler'], recuses: true, aside: true },
    lift: {
      title: text('撤销回避', 'Lift'),
      from: 'open',
      by: [{ role: 'leader', at: 'responsible' }],
      form: 'lift',
      unbars: 'whose',
      aside: true,
    },
    close: { title: text('办结', 'Close'), from: ['handled'], to: 'closed', by: [{ role: 'leader', at: 'ordering' }] },
  },
})
