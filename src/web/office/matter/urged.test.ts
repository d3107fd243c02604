import { expect, test } from 'vitest'
import type { TimelineItem } from '../../../domain/views/views.ts'
import { urgedIn } from './urged.ts'

const item = (version: number, step: string): TimelineItem => ({
  version,
  at: `2026-03-0${version}T01:00:00.000Z`,
  type: 'StepTaken',
  step,
  personName: `第${version}人`,
  postId: 'leader',
  form: {},
  files: [],
  hash: '',
})
const timeline = [item(2, 'urge'), item(3, 'accept'), item(4, 'urge'), item(5, 'urge'), item(6, 'recordProgress')]

test('a matter shows who urged it last, until it moves on', () => {
  expect(urgedIn({ matter: { stateVersion: 3 }, timeline })).toEqual({
    at: '2026-03-05T01:00:00.000Z',
    personName: '第5人',
  })
  expect(urgedIn({ matter: { stateVersion: 7 }, timeline })).toBeUndefined()
})
