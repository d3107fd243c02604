import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { importedSteps } from '../../shared/v1/imported.ts'
import { personal } from '../../shared/v2/sources-personal.ts'
import { breachDeadlines } from './deadlines.ts'
import { breachForms, KINDS } from './forms.ts'
import { breachStates, breachSteps } from './steps.ts'

/** 个人信息安全事件: found, contained at once, assessed, told to the authority and the persons, mended, checked, reviewed. It holds nothing about anybody. */
export const breachV1 = defineProcedure({
  id: 'breach',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('个人信息安全事件', 'Breaches of personal data'),
  short: text('信息安全', 'Breach'),
  prefix: 'XA',
  purpose: text(
    '泄露、篡改、丢失，立即止损，通知主管部门和个人，补救、验收、复盘',
    'Leaked, altered or lost: contained at once, authority and persons told, mended, checked and reviewed',
  ),
  source: personal.breach,
  categories: KINDS,
  outcomes: { mended: text('已补救', 'Mended'), unfounded: text('没有发生', 'Did not happen') },
  forms: breachForms,
  documents: {
    toAuthority: { title: text('个人信息安全事件报告', 'Notice to the authority'), source: personal.breach },
    toPersons: { title: text('个人信息安全事件告知书', 'Notice to the persons'), source: personal.breach },
  },
  deadlines: breachDeadlines,
  opening: {
    form: 'opening',
    by: ['administrator', 'auditor', 'clerk', 'handler', 'leader'],
    state: 'discovered',
    starts: ['contain'],
  },
  states: breachStates,
  steps: {
    ...breachSteps,
    ...importedSteps(
      'discovered',
      ['contain'],
      [
        { step: 'closedAsImported', to: 'closed', title: text('已结案', 'Closed') },
        { step: 'unfoundedAsImported', to: 'unfounded', title: text('没有发生', 'Did not happen') },
      ],
    ),
  },
  ledger: [
    { field: 'reference', title: text('编号', 'Reference') },
    { field: 'title', title: text('事件', 'Breach') },
    { field: 'category', title: text('情况', 'What happened') },
    { field: 'foundOn', title: text('发现日期', 'Found on') },
    { field: 'dataKinds', title: text('信息种类', 'Kinds of data') },
    { field: 'howMany', title: text('涉及人数', 'People') },
    { field: 'harm', title: text('可能危害', 'Harm') },
    { field: 'authorityOn', title: text('通知主管部门', 'Authority told') },
    { field: 'personsOn', title: text('通知个人', 'Persons told') },
    { field: 'notToldReason', title: text('不通知的理由', 'Why not told') },
    { field: 'mending', title: text('补救措施', 'Mending') },
    { field: 'state', title: text('状态', 'State') },
  ],
})
