import { expect, test } from 'vitest'
import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { asked } from './use-form.ts'

const form: Form = {
  title: text('转办', 'Route'),
  fields: {
    route: {
      kind: 'choice',
      title: text('转为', 'To'),
      options: { hazard: text('隐患', 'Hazard'), task: text('督办', 'Task') },
    },
    dueOn: { kind: 'date', title: text('最迟', 'By'), required: true, when: { field: 'route', is: ['task'] } },
    note: { kind: 'text', title: text('备注', 'Note') },
    money: { kind: 'money', title: text('资金', 'Fund') },
    listed: { kind: 'yesNo', title: text('挂牌', 'Listed') },
    photos: { kind: 'files', title: text('照片', 'Photos') },
  },
}

test('an answer to a question that is no longer asked is not sent', () =>
  expect(asked(form, { route: 'hazard', dueOn: '2026-10-08' })).toEqual({ route: 'hazard' }))

test('empty answers are not sent, false and zero are', () =>
  expect(asked(form, { route: 'task', note: '', photos: [], money: 0, listed: false })).toEqual({
    route: 'task',
    money: 0,
    listed: false,
  }))
