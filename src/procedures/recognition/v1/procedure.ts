import { defineProcedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { commonSteps } from '../../shared/v1/common-steps.ts'
import { importedForms, importedSteps } from '../../shared/v1/imported.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { honours } from '../../shared/v1/sources-recognition.ts'
import { RECOGNITION_KINDS, recognitionForms } from './forms.ts'
import { recognitionDeadlines, recognitionStates } from './states.ts'
import { recognitionSteps } from './steps.ts'

const column = (field: string, zh: string, en: string) => ({ field, title: text(zh, en) })

/** 表彰与容错: units and posts are honoured after publicity; an honest mistake is tolerated by rule and noted where units are compared. */
export const recognitionV1 = defineProcedure({
  id: 'recognition',
  version: 1,
  effectiveOn: '2024-11-01',
  title: text('表彰与容错', 'Honours and tolerance'),
  short: text('表彰容错', 'Honour'),
  prefix: 'BR',
  purpose: text(
    '表彰单位和岗位要公示；容错逐条审查，由别的单位决定，对比表只加注、不改数字',
    'Honours for units and posts are publicised; tolerance is examined ground by ground by others, and a comparison carries a note, not another figure',
  ),
  source: honours.rules,
  categories: RECOGNITION_KINDS,
  outcomes: {
    honoured: text('已表彰', 'Honoured'),
    tolerated: text('予以容错', 'Tolerated'),
    refused: text('不同意', 'Refused'),
    revoked: text('已撤销', 'Revoked'),
    withdrawn: text('已撤回', 'Withdrawn'),
  },
  forms: { ...recognitionForms, ...importedForms(recognitionForms.nomination) },
  documents: {
    honour: { title: text('表彰决定', 'Decision on the honour'), source: honours.rules },
    tolerance: { title: text('容错决定书', 'Decision on tolerance'), source: honours.tolerance },
  },
  deadlines: recognitionDeadlines,
  opening: {
    form: 'nomination',
    by: ['clerk', 'triageOfficer', 'leader', 'reviewer'],
    state: 'nominated',
    starts: ['examine'],
  },
  states: recognitionStates,
  steps: {
    ...recognitionSteps,
    ...commonSteps,
    ...recusalSteps,
    ...importedSteps(
      'nominated',
      ['examine'],
      [
        { step: 'honouredAsImported', to: 'honoured', title: text('已表彰', 'Honoured') },
        { step: 'toleratedAsImported', to: 'tolerated', title: text('予以容错', 'Tolerated') },
        { step: 'refusedAsImported', to: 'refused', title: text('不同意', 'Refused') },
        { step: 'revokedAsImported', to: 'revoked', title: text('已撤销', 'Revoked') },
        { step: 'withdrawnAsImported', to: 'withdrawn', title: text('已撤回', 'Withdrawn') },
      ],
    ),
  },
  ledger: [
    column('reference', '编号', 'Reference'),
    column('unitId', '申报单位', 'Unit'),
    column('category', '申报什么', 'For what'),
    column('title', '标题', 'Title'),
    column('honour', '表彰名称', 'Honour'),
    column('honouredPost', '岗位', 'Post'),
    column('indicator', '涉及指标', 'Indicator'),
    column('periodFrom', '从', 'From'),
    column('periodTo', '到', 'To'),
    column('annotation', '对比表加注', 'Note on the comparison'),
    column('decision', '决定', 'Decision'),
    column('documentNo', '文件编号', 'Document'),
    column('state', '状态', 'State'),
  ],
})
