import { describe, expect, test } from 'vitest'
import { text } from '../../domain/wording/text.ts'
import { finds, planted, procedureOf, told } from '../../testing/planted.ts'

const choice = (...names: string[]) => ({
  kind: 'choice',
  title: text('选', 'Choose'),
  options: Object.fromEntries(names.map((name) => [name, text('甲', 'A')])),
})

describe('answers', () => {
  const noChoice = (name: string): [string, string] => [
    `这一步的表里没有“${name}”这个选择`,
    `the form of this step has no choice "${name}"`,
  ]
  finds([
    [
      'linksTo an unknown field',
      'report',
      'steps.merge.linksTo.field',
      'mergedInt',
      '这一步的表里没有“mergedInt”这个填编号的单行文字',
      'the form of this step has no text "mergedInt" for a reference',
    ],
    ['a spawn when of an unknown field', 'report', 'steps.triage.opens.0.when.field', 'rute', ...noChoice('rute')],
    [
      'a spawn when of an unknown answer',
      'report',
      'steps.triage.opens.0.when.is.0',
      'hazrd',
      '“route”没有“hazrd”这一项',
      '"route" has no answer "hazrd"',
    ],
    [
      'a date without a bound',
      'report',
      'forms.report.fields.happenedOn.notAfter',
      undefined,
      '日期要有界限（notBefore 或 notAfter）',
      'a date needs a bound (notBefore or notAfter)',
      'forms.report.fields.happenedOn',
    ],
    [
      'a date bounded by no date',
      'hazard',
      'forms.list.fields.listedOn.notBefore.field',
      'fundOn',
      '没有“fundOn”这个日期可比',
      'there is no date "fundOn" to compare with',
    ],
    [
      'a date bounded by itself',
      'hazard',
      'forms.hazard.fields.foundOn.notAfter',
      { field: 'foundOn' },
      '没有“foundOn”这个日期可比',
      'there is no date "foundOn" to compare with',
      'forms.hazard.fields.foundOn.notAfter.field',
    ],
    [
      'a required choice without options',
      'report',
      'forms.accept.fields.difficulty.options',
      {},
      '至少要有一项',
      'must have at least one entry',
    ],
    [
      'a choice whose options are left out',
      'report',
      'forms.transfer.fields.organKind.options',
      undefined,
      '缺了，要写成一组名称和内容',
      'is missing: must be an object',
    ],
    [
      'a question about no other question',
      'report',
      'forms.triage.fields.hazardCategory.when.field',
      'rote',
      '同一张表里没有“rote”这个选择',
      'the same form has no choice "rote"',
    ],
    [
      'a question about no answer',
      'report',
      'forms.triage.fields.hazardCategory.when.is.0',
      'hazrd',
      '“route”没有“hazrd”这一项',
      '"route" has no answer "hazrd"',
    ],
    [
      'a length by no answer',
      'report',
      'deadlines.handle.length.by',
      'dificulty',
      '没有哪张表问“dificulty”',
      'no form asks for "dificulty"',
    ],
    [
      'an answer without a length',
      'report',
      'deadlines.handle.length.lengths.simple',
      undefined,
      '选“simple”时没有长度',
      'there is no length for the answer "simple"',
      'deadlines.handle.length.lengths',
    ],
    [
      'a length without an answer',
      'report',
      'deadlines.handle.length.lengths.hard',
      9,
      '“difficulty”没有“hard”这一项',
      '"difficulty" has no answer "hard"',
    ],
    [
      'a day in no field',
      'hazard',
      'deadlines.rectify.length.dayIn',
      'rectfyBy',
      '没有哪张表问“rectfyBy”',
      'no form asks for "rectfyBy"',
    ],
    [
      'a day in a unit',
      'hazard',
      'deadlines.listed.from',
      'listedBy',
      '“listedBy”不是date、dateTime',
      '"listedBy" is no date or dateTime',
    ],
    [
      'a deadline for no field',
      'hazard',
      'deadlines.order.when.field',
      'kind',
      '没有哪张表选“kind”',
      'no form offers a choice "kind"',
    ],
    [
      'a deadline for no answer',
      'hazard',
      'deadlines.orderFire.when.is.0',
      'fir',
      '“category”没有“fir”这一项',
      '"category" has no answer "fir"',
    ],
  ])
})

describe('fields', () => {
  finds([
    [
      'more choices than there are',
      'report',
      'forms.decline.fields.remedies.min',
      9,
      '最少选9项，只有7项',
      'asks for 9 of 7 options',
    ],
    [
      'a least above the most',
      'report',
      'forms.report.fields.title.min',
      81,
      '最少81大于最多80',
      'the least, 81, is above the most, 80',
    ],
    [
      'a negative most',
      'report',
      'forms.transfer.fields.organ.max',
      -80,
      '写的是“-80”，要是1到100000的整数',
      'is "-80": must be a whole number from 1 to 100000',
    ],
    [
      'a category nobody can choose',
      'report',
      'categories.extra',
      text('另', 'Extra'),
      '登记表里选不到这个类别',
      'cannot be chosen in the opening form',
    ],
    [
      'an option that is no category',
      'report',
      'forms.accept.fields.category.options.extra',
      text('另', 'Extra'),
      '不是这种事项的类别',
      'is no category of this procedure',
    ],
    [
      'a phone in the open',
      'report',
      'forms.report.fields.contactPhone.personal',
      undefined,
      '“电话”是个人信息，要写用途和保存多久（personal）',
      '"Phone" is personal: say what for and how long it is kept (personal)',
      'forms.report.fields.contactPhone',
    ],
    [
      'a negative retention',
      'report',
      'forms.report.fields.contactPhone.personal.retention.length',
      -2,
      '写的是“-2”，要是1到100000的整数',
      'is "-2": must be a whole number from 1 to 100000',
    ],
    [
      'personal data in the public answer',
      'report',
      'forms.report.fields.contactName.public',
      true,
      '个人信息不能公开',
      'personal data are never public',
    ],
    [
      'who somebody is',
      'report',
      'forms.report.fields.description.hint.zh',
      '写民族',
      '不问这个人是什么人，只问怎么联系',
      'asks who somebody is, beyond how to reach them',
      'forms.report.fields.description',
    ],
  ])

  test.each([
    [
      'forms.supervise.fields.taskTitle.known',
      'titel',
      '没有别的表问过“titel”这种回答',
      'no other form asks "titel" for this kind of answer',
    ],
    [
      'forms.supervise.fields.taskTitle.known',
      'difficulty',
      '没有别的表问过“difficulty”这种回答',
      'no other form asks "difficulty" for this kind of answer',
    ],
    [
      'forms.dissatisfied.fields.complaint.known',
      true,
      '没有别的表问过“complaint”这种回答',
      'no other form asks "complaint" for this kind of answer',
    ],
    [
      'forms.material.fields.newPhone.known',
      'contactPhone',
      '个人信息和材料不带出',
      'neither sealed answers nor files are shown again',
    ],
    [
      'forms.answer.fields.photos.known',
      true,
      '个人信息和材料不带出',
      'neither sealed answers nor files are shown again',
    ],
  ])('%s opens with what is not known: %s', (path, value, zh, en) => {
    expect(told(planted(procedureOf('report'), path, value))).toContainEqual({ path, zh, en })
  })

  test('two fields of one form that set the same fact', () => {
    expect(told(planted(procedureOf('report'), 'forms.report.fields.aboutUnit.sets', 'placeUnit'))).toContainEqual({
      path: 'forms.report.fields.aboutUnit.sets',
      zh: '这张表里已有一项定placeUnit',
      en: 'another field of this form sets placeUnit',
    })
  })

  test('a name that is used for two kinds of answers', () => {
    expect(told(planted(procedureOf('report'), 'forms.receipt.fields.note', choice('one')))).toContainEqual({
      path: 'forms.receipt.fields.note',
      zh: '与forms.material.fields.note同名，却是另一种回答',
      en: 'has the name of forms.material.fields.note but is another kind of answer',
    })
  })
})
