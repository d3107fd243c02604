import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { warningDeadlines } from './deadlines.ts'
import { WARNING_SUBJECTS } from './facts.ts'
import { warningForms } from './forms.ts'
import { warningStates } from './states.ts'
import { warningSteps } from './steps.ts'

/** 预警: a count of matters that its own past makes unlikely. Raised by the system alone, judged by people, about no person. */
export const warningV1 = defineProcedure({
  id: 'warning',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('数量预警', 'Warnings'),
  short: text('预警', 'Warning'),
  prefix: 'SJ',
  purpose: text(
    '某一类事比往常多得不寻常，先看是不是真有事，再定办不办',
    'More of a kind than its past makes likely: see whether it is real, then decide',
  ),
  source: ownRule,
  categories: WARNING_SUBJECTS,
  outcomes: {
    real: text('真有事', 'Real'),
    notReal: text('误报', 'False alarm'),
    unclear: text('说不清', 'Cannot be told'),
  },
  forms: { ...warningForms, ...importedForms(warningForms.warning) },
  documents: {},
  deadlines: warningDeadlines,
  opening: { form: 'warning', by: ['system'], state: 'raised', starts: ['judge'] },
  states: warningStates,
  steps: {
    ...warningSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'raised',
      ['judge'],
      [
        { step: 'realAsImported', to: 'real', title: text('真有事', 'Real') },
        { step: 'notRealAsImported', to: 'notReal', title: text('误报', 'False alarm') },
        { step: 'unclearAsImported', to: 'unclear', title: text('说不清', 'Cannot be told') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'openedAt', title: text('预警日期', 'Raised on') },
    { field: 'title', title: text('预警', 'Warning') },
    { field: 'category', title: text('看的是哪一种数', 'What is counted') },
    { field: 'unitId', title: text('研判单位', 'Judged by') },
    { field: 'since', title: text('从哪天起', 'Since') },
    { field: 'observed', title: text('实际件数', 'Observed') },
    { field: 'expected', title: text('预期件数', 'Expected') },
    { field: 'upper', title: text('上限', 'Upper bound') },
    { field: 'p', title: text('碰巧的机会', 'Chance') },
    { field: 'becomes', title: text('立为哪一种', 'Became') },
    { field: 'watchUntil', title: text('观察到', 'Watched until') },
    { field: 'cause', title: text('为什么高', 'Why it was high') },
    { field: 'dismissReason', title: text('不立的理由', 'Why dismissed') },
    { field: 'verdict', title: text('结果', 'Outcome') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
