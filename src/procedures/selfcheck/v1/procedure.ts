import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES } from '../../shared/v1/categories.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { governance } from '../../shared/v1/sources.ts'
import { checkForms } from './forms.ts'
import { checkDeadlines, checkOutcomes, checkStates, checkSteps } from './steps.ts'

/** 举一反三自查: one unit looks whether it has the same problem. Places are counted, never people. */
export const selfcheckV1 = defineProcedure({
  id: 'selfcheck',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('举一反三自查', 'Lesson checks'),
  short: text('自查', 'Self-check'),
  prefix: 'ZC',
  purpose: text(
    '同类单位照一条教训查一遍：没有、有并改好、有正在改，交办方核对',
    'A unit checks whether it has the same: not here, corrected, or being corrected; whoever asked confirms',
  ),
  source: governance.review,
  categories: HAZARD_CATEGORIES,
  outcomes: checkOutcomes,
  ordered: true,
  forms: checkForms,
  documents: {},
  deadlines: checkDeadlines,
  opening: {
    form: 'check',
    by: ['reviewer', 'leader', 'triageOfficer', 'inspector', 'clerk', 'handler'],
    state: 'asked',
    starts: ['answer'],
  },
  states: checkStates,
  steps: {
    ...checkSteps,
    ...commonSteps,
    ...importedSteps(
      'asked',
      ['answer'],
      [
        { step: 'notHereAsImported', to: 'notHere', title: text('没有同样的问题', 'Not here') },
        { step: 'correctedAsImported', to: 'corrected', title: text('也有，改好了', 'Here too, corrected') },
        { step: 'cancelledAsImported', to: 'cancelled', title: text('已撤销', 'Cancelled') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('查什么', 'What is checked') },
    { field: 'category', title: text('类别', 'Kind') },
    { field: 'unitId', title: text('自查单位', 'Unit') },
    { field: 'placesThere', title: text('这类场所', 'Such places') },
    { field: 'checkedPlaces', title: text('查了几处', 'Places checked') },
    { field: 'foundPlaces', title: text('有问题的几处', 'Places that had it') },
    { field: 'result', title: text('自查结果', 'Answer') },
    { field: 'answer', title: text('自查时限', 'To be checked by') },
    { field: 'correctBy', title: text('改好期限', 'To be corrected by') },
    { field: 'correctedOn', title: text('改好日期', 'Corrected on') },
    { field: 'confirmation', title: text('核对意见', 'Confirmed') },
    { field: 'outcome', title: text('结果', 'Outcome') },
    { field: 'closedAt', title: text('结束日期', 'Closed') },
  ],
})
