import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { caseReview } from '../../shared/v1/sources-apart.ts'

const days = (code: string, zh: string, en: string, length: number) =>
  ({
    code,
    title: text(zh, en),
    length,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    source: ownRule,
  }) as const satisfies DeadlineRule

export const sheetDeadlines = {
  assign: days('PC-P1', '指定评查人', 'To name the reviewers', 5),
  review: days('PC-P2', '评查打分', 'To score', 15),
  grade: days('PC-P3', '定等次，或者请第三人', 'To grade it, or ask a third', 5),
  tell: days('PC-P4', '告知承办人', 'To tell the handler', 3),
  objection: {
    code: 'REV-01',
    title: text('提出异议', 'To object'),
    length: 7,
    unit: 'workingDay',
    roll: 'none',
    onExpiry: { takes: 'confirmBySilence' },
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    source: caseReview.objection,
  },
  rereview: days('PC-P5', '复评和决定', 'To review again and decide', 20),
  correct: days('PC-P6', '整改并核对', 'To put it right, and check it', 20),
} as const satisfies Record<string, DeadlineRule>
