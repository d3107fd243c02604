import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { tinyProcedure } from '../tiny-procedure.ts'

const required = { required: true } as const

/** The tiny procedure with what must stay apart: blind scores, somebody who is named and never sees it, readings, shredding. */
export const apartProcedure: Procedure = {
  ...tinyProcedure,
  id: 'apart',
  title: text('分开的事项', 'Matter apart'),
  prefix: 'FK',
  seats: { panel: { title: text('评议人', 'Panel'), holds: 'post', many: true } },
  sight: { only: ['clerk', 'leader', 'handler', 'verifier'], readings: true },
  forms: {
    opening: {
      title: text('登记', 'Register'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), ...required, sets: 'title' },
        owner: { kind: 'post', title: text('承办岗位', 'Handler'), sets: 'owner' },
        about: {
          kind: 'items',
          title: text('记录到谁', 'Whom it names'),
          fields: {
            post: { kind: 'post', title: text('岗位', 'Post'), hides: true },
            unit: { kind: 'unit', title: text('单位', 'Unit'), hides: true },
          },
        },
        phone: {
          kind: 'text',
          title: text('电话', 'Phone'),
          personal: { purpose: text('联系', 'Contact'), retention: { length: 2, unit: 'year' } },
        },
        reporter: {
          kind: 'text',
          title: text('反映人', 'Reporter'),
          personal: { purpose: text('回访', 'Call back'), retention: { length: 2, unit: 'year' }, vault: true },
        },
        paper: { kind: 'files', title: text('材料', 'Papers') },
      },
    },
    panel: {
      title: text('请评议人', 'Ask the panel'),
      fields: {
        panellists: {
          kind: 'items',
          title: text('评议人', 'Panel'),
          ...required,
          fills: 'panel',
          fields: { post: { kind: 'post', title: text('岗位', 'Post'), ...required } },
        },
      },
    },
    score: {
      title: text('打分', 'Score'),
      hiddenUntil: 'openScores',
      fields: {
        score: { kind: 'number', title: text('得分', 'Score'), ...required, min: 0, max: 100 },
        why: { kind: 'longText', title: text('扣分理由', 'Why') },
      },
    },
    scores: {
      title: text('公开得分', 'Open the scores'),
      fields: {
        scores: {
          kind: 'items',
          title: text('各人得分', 'Scores'),
          ...required,
          gathers: 'score',
          fields: {
            who: { kind: 'post', title: text('评议人', 'Who') },
            score: { kind: 'number', title: text('得分', 'Score') },
            why: { kind: 'longText', title: text('扣分理由', 'Why') },
          },
        },
        average: { kind: 'number', title: text('平均分', 'Mean'), computed: { mean: 'scores', of: 'score' } },
      },
    },
    closing: {
      title: text('办结', 'Close'),
      fields: { keepBecause: { kind: 'text', title: text('为什么保留', 'Why it is kept') } },
    },
    later: {
      title: text('补登电话', 'Add a phone'),
      fields: {
        phone: {
          kind: 'text',
          title: text('电话', 'Phone'),
          personal: { purpose: text('联系', 'Contact'), retention: { length: 2, unit: 'year' } },
        },
      },
    },
  },
  opening: { form: 'opening', by: ['clerk', 'handler'], state: 'received', starts: [] },
  deadlines: {},
  states: {
    received: { title: text('待评议', 'Received'), group: 'open' },
    scored: { title: text('已评议', 'Scored'), group: 'open' },
    third: { title: text('待第三人评议', 'A third is needed'), group: 'open' },
    closed: { title: text('已办结', 'Closed'), group: 'done', outcome: 'closed' },
  },
  steps: {
    ask: { title: text('请评议人', 'Ask'), from: ['received', 'third'], by: ['clerk'], form: 'panel' },
    score: {
      title: text('打分', 'Score'),
      from: ['received', 'third'],
      by: [
        { role: 'handler', is: 'panel' },
        { role: 'mediator', is: 'panel' },
      ],
      form: 'score',
      answers: 'panel',
    },
    openScores: {
      title: text('公开得分', 'Open the scores'),
      from: ['received', 'third'],
      to: [
        {
          if: {
            all: [
              { the: { spread: 'scores', of: 'score' }, atLeast: 10 },
              { the: { rows: 'scores' }, atMost: 2 },
            ],
          },
          to: 'third',
        },
        { to: 'scored' },
      ],
      by: ['clerk'],
      form: 'scores',
      guards: [{ seat: 'panel', every: ['answered'] }],
    },
    close: {
      title: text('办结', 'Close'),
      from: ['scored'],
      to: 'closed',
      by: ['clerk'],
      form: 'closing',
      shreds: { not: { the: 'keepBecause', given: true } },
    },
    withdraw: { title: text('撤回', 'Withdraw'), from: 'open', to: 'closed', by: ['clerk'], aside: true, shreds: true },
    later: { title: text('补登电话', 'Add a phone'), from: ['closed'], by: ['clerk'], form: 'later', aside: true },
  },
  ledger: [
    { field: 'title', title: text('标题', 'Title') },
    { field: 'scores', title: text('各人得分', 'Scores') },
    { field: 'average', title: text('平均分', 'Mean') },
  ],
}
