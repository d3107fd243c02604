import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { building } from '../../shared/v1/sources-building.ts'
import { certificationForms, LEVELS_OF_BUILDING } from './forms.ts'
import { certificationDeadlines, certificationStates } from './states.ts'
import { certificationSteps } from './steps.ts'

const column = (field: string, zh: string, en: string) => ({ field, title: text(zh, en) })

/** 平安创建: a unit meets a scored standard for a time. About units and places, never about a person. */
export const certificationV1 = defineProcedure({
  id: 'certification',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('平安创建', 'Peaceful-unit programme'),
  short: text('平安创建', 'Peaceful unit'),
  prefix: 'PA',
  purpose: text(
    '按标准自评，别人核查，公示没有异议才达标，到期自然终止',
    'Scored by itself, checked by others, certified when nobody objects, and over when its time ends',
  ),
  source: building.programme,
  categories: LEVELS_OF_BUILDING,
  outcomes: {
    expired: text('有效期满', 'Expired'),
    failed: text('没有达标', 'Not certified'),
    revoked: text('已撤销', 'Revoked'),
    withdrawn: text('已退出', 'Withdrawn'),
  },
  forms: { ...certificationForms, ...importedForms(certificationForms.application) },
  documents: {
    sheet: { title: text('核查评分表', 'Score sheet'), source: building.score },
    certificate: { title: text('达标证明', 'Certificate'), source: building.programme },
  },
  deadlines: certificationDeadlines,
  schedules: {
    units: {
      named: text('平安单位创建', 'Peaceful unit'),
      every: 'year',
      opens: { at: 'start', after: 30 },
      due: { field: 'dueOn', at: 'end', before: 30 },
      units: ['department'],
      answers: { category: 'unit' },
      source: building.programme,
    },
    villages: {
      named: text('平安村社创建', 'Peaceful village'),
      every: 'year',
      opens: { at: 'start', after: 30 },
      due: { field: 'dueOn', at: 'end', before: 60 },
      units: ['village'],
      answers: { category: 'village' },
      source: building.programme,
    },
    townships: {
      named: text('平安乡镇街道创建', 'Peaceful township'),
      every: 'year',
      opens: { at: 'start', after: 30 },
      due: { field: 'dueOn', at: 'end', before: 30 },
      units: ['township'],
      answers: { category: 'township' },
      source: building.programme,
    },
  },
  opening: {
    form: 'application',
    by: ['triageOfficer', 'reviewer', 'leader', 'clerk'],
    state: 'listed',
    starts: ['score'],
  },
  states: certificationStates,
  steps: {
    ...certificationSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'listed',
      ['score'],
      [
        { step: 'expiredAsImported', to: 'expired', title: text('有效期满', 'Expired') },
        { step: 'failedAsImported', to: 'failed', title: text('没有达标', 'Not certified') },
        { step: 'revokedAsImported', to: 'revoked', title: text('已撤销', 'Revoked') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('已退出', 'Withdrawn') },
      ],
    ),
  },
  ledger: [
    column('reference', '编号', 'Reference'),
    column('unitId', '单位', 'Unit'),
    column('category', '类别', 'Level'),
    column('title', '年度和名称', 'Year and title'),
    column('criteria', '评价标准', 'Criteria'),
    column('full', '分值', 'Full mark'),
    column('ownScore', '自评', 'Own score'),
    column('lost', '核查扣分', 'Deductions'),
    column('bonus', '加分', 'Bonus'),
    column('score', '总分', 'Score'),
    column('vetoes', '一票否决情形', 'Vetoes'),
    column('state', '是否达标', 'Certified'),
    column('validUntil', '有效期', 'Valid until'),
    column('villageShare', '村社达标率', 'Share of villages'),
  ],
})
