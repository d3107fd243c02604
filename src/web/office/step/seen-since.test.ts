import { expect, test } from 'vitest'
import type { TimelineItem } from '../../../domain/views/views.ts'
import { incidentV1 } from '../../../procedures/incident/v1/procedure.ts'
import { isNothingNew } from './seen-since.ts'

const item = (version: number, type: string, step?: string): TimelineItem => ({
  version,
  at: '2026-03-02T01:00:00.000Z',
  type,
  postId: 'triage',
  form: {},
  files: [],
  hash: '',
  ...(step ? { step } : {}),
})

test('what time does by itself, and entries of a log, do not stand between a form and its sending; what people decide does', () => {
  const time = [item(1, 'MatterOpened'), item(2, 'DeadlineOverdue'), item(3, 'MatterEscalated')]
  expect(isNothingNew(time, 1, incidentV1)).toBe(true)
  expect(isNothingNew([...time, item(4, 'StepTaken', 'log')], 1, incidentV1)).toBe(true)
  expect(isNothingNew([...time, item(4, 'StepTaken', 'changeLevel')], 1, incidentV1)).toBe(false)
  expect(isNothingNew([...time, item(4, 'StepTaken', 'changeLevel')], 4, incidentV1)).toBe(true)
})
