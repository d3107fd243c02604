import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { assistSteps } from '../../shared/v1/assisting.ts'
import { TASK_SOURCES } from '../../shared/v1/categories.ts'
import { commonSteps, sponsorStep } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { governance } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'
import { taskDeadlines } from './deadlines.ts'
import { taskForms } from './forms.ts'
import { taskStates } from './states.ts'
import { taskOrderSteps } from './steps-order.ts'
import { taskWorkSteps } from './steps-work.ts'

/** 督办: one thing, one order; progress in rounds; closed by those who ordered it. */
export const taskV1 = defineProcedure({
  id: 'task',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('督办事项', 'Supervised tasks'),
  short: text('督办', 'Task'),
  prefix: 'DB',
  ordered: true,
  purpose: text(
    '一事一单，定牵头、定时限，办完由交办的人销',
    'One order for one thing: a lead unit, a day, and a close by those who ordered it',
  ),
  source: governance.tasks,
  categories: TASK_SOURCES,
  outcomes: { done: text('已办结', 'Done'), cancelled: text('已撤销', 'Cancelled') },
  forms: { ...taskForms, ...importedForms(taskForms.task) },
  documents: {
    order: { title: text('督办单', 'Order'), source: governance.tasks },
    report: { title: text('办结报告', 'Completion report'), source: governance.tasks },
    review: { title: text('审核意见', 'Review opinion'), source: governance.tasks },
  },
  deadlines: taskDeadlines,
  opening: {
    form: 'task',
    by: ['triageOfficer', 'leader', 'clerk', 'reviewer'],
    state: 'initiated',
    starts: ['assign', 'finish'],
  },
  states: taskStates,
  steps: {
    ...taskOrderSteps,
    ...taskWorkSteps,
    ...assistSteps,
    ...commonSteps,
    ...recusalSteps,
    sponsor: { ...sponsorStep, by: orderingSide('leader', 'triageOfficer') },
    ...importedSteps(
      'initiated',
      ['assign', 'finish'],
      [
        { step: 'closedAsImported', to: 'closed', title: text('已办结', 'Closed') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('督办事项', 'Task') },
    { field: 'category', title: text('来源', 'Source') },
    { field: 'sourceOn', title: text('来源日期', 'Date of the source') },
    { field: 'orderingPostId', title: text('交办领导', 'Ordered by') },
    { field: 'description', title: text('目标要求', 'What is demanded') },
    { field: 'unitId', title: text('牵头单位', 'Lead unit') },
    { field: 'assists', title: text('协办单位', 'Assisting units') },
    { field: 'ownerPostId', title: text('责任岗位', 'Owner') },
    { field: 'openedAt', title: text('立项日期', 'Initiated') },
    { field: 'dueOn', title: text('完成时限', 'Due on') },
    { field: 'milestones', title: text('节点计划', 'Milestones') },
    { field: 'feedback.met', title: text('反馈次数', 'Times reported') },
    { field: 'progress', title: text('进展情况', 'Progress') },
    { field: 'problems', title: text('存在问题', 'Problems') },
    { field: 'percent', title: text('完成比例', 'Per cent done') },
    { field: 'colour', title: text('督办单颜色', 'Colour') },
    { field: 'extendBy', title: text('延期批准（天）', 'Extension (days)') },
    { field: 'closedAt', title: text('办结日期', 'Closed') },
    { field: 'opinion', title: text('审核意见', 'Opinion') },
    { field: 'evaluation', title: text('评价', 'Evaluation') },
    { field: 'note', title: text('备注', 'Note') },
  ],
})
