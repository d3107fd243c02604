import type { Procedure } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { tinyProcedure } from '../tiny-procedure.ts'

const required = { required: true } as const

/** A plan that draws closed trial matters by lot and opens one matter for each. */
export const lotsProcedure: Procedure = {
  ...tinyProcedure,
  id: 'lots',
  title: text('抽查计划', 'Plan of a draw'),
  prefix: 'CC',
  forms: {
    opening: {
      title: text('登记', 'Register'),
      fields: {
        title: { kind: 'text', title: text('标题', 'Title'), ...required, sets: 'title' },
        seed: { kind: 'text', title: text('种子', 'Seed'), ...required, min: 4 },
        scope: { kind: 'unit', title: text('范围', 'Scope'), ...required },
        from: { kind: 'date', title: text('从哪天', 'From'), ...required, notAfter: 'today' },
        to: { kind: 'date', title: text('到哪天', 'To'), ...required, notAfter: 'today' },
      },
    },
    draw: {
      title: text('抽取', 'Draw'),
      fields: {
        howMany: { kind: 'number', title: text('抽几件', 'How many'), ...required, min: 1, max: 100 },
        drawn: {
          kind: 'items',
          title: text('抽中的', 'Drawn'),
          ...required,
          draws: {
            of: 'tiny',
            states: ['closed'],
            unit: 'scope',
            period: { day: 'closed', from: 'from', to: 'to' },
            count: 'howMany',
            seed: 'seed',
          },
          fields: {
            reference: { kind: 'text', title: text('编号', 'Number'), ...required },
            unit: { kind: 'unit', title: text('单位', 'Unit') },
            owner: { kind: 'post', title: text('承办岗位', 'Handler') },
          },
        },
      },
    },
    checker: {
      title: text('定检查人', 'Name a checker'),
      fields: {
        checker: { kind: 'post', title: text('检查岗位', 'Checker'), ...required, notOf: ['scope'], sets: 'owner' },
      },
    },
  },
  deadlines: {},
  opening: { form: 'opening', by: ['clerk'], state: 'received', starts: [] },
  states: {
    received: { title: text('待抽取', 'To draw'), group: 'open' },
    closed: { title: text('已抽取', 'Drawn'), group: 'done', outcome: 'closed' },
  },
  steps: {
    name: {
      title: text('定检查人', 'Name'),
      from: ['received'],
      by: ['clerk', 'leader'],
      form: 'checker',
      aside: true,
    },
    draw: {
      title: text('抽取', 'Draw'),
      from: ['received'],
      to: 'closed',
      by: ['clerk', 'leader'],
      form: 'draw',
      opens: [
        {
          procedure: 'tiny',
          link: 'reviews',
          each: 'drawn',
          carry: { title: 'row.reference', unit: 'row.unit' },
          bars: true,
        },
      ],
    },
  },
}
