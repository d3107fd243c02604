import type { Field, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { HAZARD_CATEGORIES, PLACE_TYPES } from '../../shared/v1/categories.ts'
import { CHECK_RESULTS, checkedItem } from '../../shared/v1/checked-items.ts'
import { openingUnit, owner, photos, place, placeUnit, reason, title } from '../../shared/v1/common-fields.ts'
import { commonForms } from '../../shared/v1/common-steps.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

/** 检查方式; the first five are also how a hazard was found. */
export const VISIT_KINDS = {
  daily: text('日常检查', 'Routine check'),
  special: text('专项检查', 'Campaign'),
  cross: text('交叉检查', 'Cross-check'),
  tipOff: text('举报核查', 'Tip-off'),
  random: text('双随机抽查', 'Drawn at random'),
} as const

const from = (field: string) => ({ takenFrom: { record: 'site', field } }) as const

const opening = {
  site: { kind: 'record', of: 'site', title: text('检查哪个场所', 'Which site'), required: true },
  campaign: { kind: 'record', of: 'campaign', title: text('属于哪个专项行动', 'Part of which campaign') },
  checklist: {
    kind: 'record',
    of: 'checklist',
    title: text('用哪张检查表', 'Which checklist'),
    required: true,
    takenFrom: { record: 'campaign', field: 'checklist' },
  },
  title: {
    ...title,
    title: text('被查单位或场所', 'Place inspected'),
    hint: text('选了场所就带出来', 'Comes with the site'),
    ...from('name'),
  },
  category: {
    kind: 'choice',
    title: text('查哪方面', 'What about'),
    hint: text('查出的隐患按这一类登记', 'Hazards that are found are recorded under it'),
    required: true,
    options: HAZARD_CATEGORIES,
    sets: 'category',
  },
  placeType: {
    kind: 'choice',
    title: text('场所类别', 'Kind of place'),
    required: true,
    options: PLACE_TYPES,
    ...from('category'),
  },
  place: { ...place, title: text('地址', 'Address'), ...from('address') },
  placeUnit: { ...placeUnit, ...from('placeUnit') },
  source: { kind: 'choice', title: text('检查方式', 'Kind of check'), required: true, options: VISIT_KINDS },
  drawNo: {
    kind: 'text',
    title: text('抽取批次', 'Draw'),
    hint: text('双随机抽取记录的编号', 'The number of the draw on record'),
    required: true,
    when: { field: 'source', is: ['random'] },
    max: 60,
  },
  plannedOn: {
    kind: 'date',
    title: text('检查期限', 'To be inspected by'),
    required: true,
    notBefore: 'today',
    boundless: text('由安排检查的单位定', 'Set by whoever plans the visit'),
  },
  unit: { ...openingUnit, title: text('检查单位', 'Inspecting unit') },
  owner,
} as const satisfies Form['fields']

const failed = { field: 'result', is: ['failed'] } as const
const found = { field: 'result', is: ['failed', 'fixed'] } as const
const ASKED = { field: 'result', is: ['ok', 'failed', 'fixed'] } as const

/** A number that the rows make. */
const over = (title: ReturnType<typeof text>, computed: NonNullable<Extract<Field, { kind: 'number' }>['computed']>) =>
  ({ kind: 'number', title, computed }) as const satisfies Field

const sheet = {
  kind: 'items',
  title: text('逐项检查', 'Item by item'),
  required: true,
  rowsFrom: {
    record: 'checklist',
    rows: 'items',
    key: 'no',
    takes: ['no', 'item', 'demand', 'basis', 'points', 'veto'],
    after: { row: 'afterNo', answer: 'result', is: 'afterResult' },
    only: { column: 'places', of: 'placeType' },
  },
  fields: {
    ...checkedItem,
    result: { kind: 'choice', title: text('结果', 'Result'), required: true, options: CHECK_RESULTS },
    finding: {
      kind: 'text',
      title: text('问题', 'What is wrong'),
      hint: text('哪个部位、什么情况', 'Where and what'),
      required: true,
      when: failed,
      min: 2,
      max: 300,
    },
    fixedHow: {
      kind: 'text',
      title: text('怎么改正的', 'How it was fixed'),
      when: { field: 'result', is: ['fixed'] },
      max: 200,
    },
    photos: { ...photos, when: found },
  },
} as const satisfies Field

export const inspectionForms = {
  ...commonForms,
  ...recusalForms,
  inspection: { title: text('安排检查', 'Plan an inspection'), fields: opening },
  check: {
    title: text('填写检查表', 'Fill in the checklist'),
    fields: {
      checkedOn: {
        kind: 'date',
        title: text('检查日期', 'Inspected on'),
        required: true,
        notAfter: 'today',
        boundless: text('可以后补，写实际检查那天', 'May be typed later: the day of the visit'),
      },
      inspectors: {
        kind: 'text',
        title: text('检查人', 'Inspectors'),
        hint: text('写岗位或执法证号，不少于两人', 'Posts or badge numbers, two at least'),
        required: true,
        max: 120,
      },
      sheet,
      asked: over(text('检查项数', 'Items checked'), { count: 'sheet', where: [ASKED] }),
      passed: over(text('合格项数', 'Items in order'), { count: 'sheet', where: [{ field: 'result', is: ['ok'] }] }),
      failedItems: over(text('列为隐患', 'Hazards'), { count: 'sheet', where: [failed] }),
      fixedItems: over(text('当场改正项数', 'Fixed on the spot'), {
        count: 'sheet',
        where: [{ field: 'result', is: ['fixed'] }],
      }),
      rate: over(text('合格率（%）', 'In order (%)'), { share: 'passed', outOf: 'asked' }),
      fullPoints: over(text('应得分', 'Full points'), { sum: 'sheet', of: 'points', where: [ASKED] }),
      lostPoints: over(text('失分', 'Points lost'), { sum: 'sheet', of: 'points', where: [found] }),
      score: over(text('得分', 'Score'), { from: 'fullPoints', less: ['lostPoints'] }),
      vetoed: over(text('一票否决项', 'Vetoes'), {
        count: 'sheet',
        where: [failed, { field: 'veto', is: ['yes'] }],
      }),
      sitePhotos: { ...photos, title: text('现场照片', 'Photos of the site') },
    },
  },
  sign: {
    title: text('被查单位签字', 'Signed by the unit inspected'),
    fields: {
      signedBy: {
        kind: 'choice',
        title: text('谁签的字', 'Who signed'),
        hint: text('只写在单位的身份，姓名留在纸质记录上', 'The standing in the unit; the name stays on the paper'),
        required: true,
        options: {
          head: text('单位主要负责人', 'Head of the unit'),
          onSite: text('现场负责人', 'In charge on site'),
          staff: text('值班人员', 'On duty'),
          refused: text('拒绝签字', 'Refused to sign'),
          absent: text('没有人在场', 'Nobody there'),
        },
      },
      unsignedWhy: {
        ...reason,
        title: text('没有签字的情况', 'Why it was not signed'),
        when: { field: 'signedBy', is: ['refused', 'absent'] },
      },
      statement: { kind: 'longText', title: text('被查单位的意见', 'What the unit says'), max: 1000 },
      paperNo: { kind: 'text', title: text('检查记录编号', 'Number of the record'), max: 60 },
    },
  },
  notDone: {
    title: text('没有检查成', 'Not inspected'),
    fields: {
      missed: {
        kind: 'choice',
        title: text('什么原因', 'Why'),
        required: true,
        options: {
          closed: text('关门停业', 'Closed'),
          moved: text('搬走、不存在', 'Moved or gone'),
          refused: text('拒绝检查', 'Refused'),
          other: text('其他', 'Other'),
        },
      },
      missedNote: { ...reason, title: text('情况', 'What happened') },
    },
  },
  again: {
    title: text('改期再查', 'Visit again'),
    fields: {
      plannedOn: { ...opening.plannedOn, known: false },
      againNote: { ...reason, title: text('安排', 'What is planned') },
    },
  },
  notDoneOpinion: {
    title: text('同意不再检查', 'Agree not to inspect'),
    fields: { notDoneOpinion: { ...reason, title: text('意见', 'Opinion') } },
  },
  reinspect: {
    title: text('安排复查', 'Plan a reinspection'),
    fields: {
      recheckOn: { ...opening.plannedOn, title: text('复查期限', 'To be inspected again by') },
    },
  },
  close: {
    title: text('结束检查', 'Close the inspection'),
    fields: { conclusion: { ...reason, title: text('结论', 'Conclusion') } },
  },
} as const satisfies Record<string, Form>
