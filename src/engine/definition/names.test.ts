import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { finds, planted, procedureOf, told } from '../../testing/planted.ts'
import { faultsOf } from './faults-of.ts'

describe('names', () => {
  finds([
    [
      'a step to no state',
      'report',
      'steps.accept.to',
      'acepted',
      '没有“acepted”这个状态',
      'there is no state "acepted"',
    ],
    [
      'a step from no state',
      'report',
      'steps.accept.from.0',
      'recived',
      '没有“recived”这个状态',
      'there is no state "recived"',
    ],
    [
      'an opening in no state',
      'report',
      'opening.state',
      'recived',
      '没有“recived”这个状态',
      'there is no state "recived"',
    ],
    ['an opening with no form', 'report', 'opening.form', 'reprt', '没有“reprt”这张表', 'there is no form "reprt"'],
    ['a step with no form', 'report', 'steps.accept.form', 'acept', '没有“acept”这张表', 'there is no form "acept"'],
    [
      'a step that starts no deadline',
      'report',
      'steps.accept.starts.0',
      'handel',
      '没有“handel”这个期限',
      'there is no deadline "handel"',
    ],
    [
      'a step that meets no deadline',
      'report',
      'steps.takeOver.meets.0',
      'return',
      '没有“return”这个期限',
      'there is no deadline "return"',
    ],
    [
      'a step that extends no deadline',
      'petition',
      'steps.grantExtension.extends',
      'handel',
      '没有“handel”这个期限',
      'there is no deadline "handel"',
    ],
    [
      'an opening that starts no deadline',
      'report',
      'opening.starts.0',
      'tel',
      '没有“tel”这个期限',
      'there is no deadline "tel"',
    ],
    [
      'a step that issues no document',
      'report',
      'steps.accept.issues.0',
      'recipt',
      '没有“recipt”这种文书',
      'there is no document "recipt"',
    ],
    [
      'an outcome that is not there',
      'report',
      'states.closed.outcome',
      'resolvd',
      '没有“resolvd”这个结果',
      'there is no outcome "resolvd"',
    ],
    [
      'a ledger column of nothing',
      'report',
      'ledger.0.field',
      'refrence',
      '没有哪张表问“refrence”',
      'no form asks for "refrence"',
    ],
    [
      'a spawn of no procedure',
      'report',
      'steps.triage.opens.1.procedure',
      'dispte',
      '没有“dispte”这种事项',
      'there is no procedure "dispte"',
    ],
    [
      'a spawn of a version',
      'report',
      'steps.triage.opens.0.procedure',
      'hazard@2',
      '没有“hazard@2”这种事项',
      'there is no procedure "hazard@2"',
    ],
    [
      'a name every object has',
      'report',
      'steps.accept.to',
      'constructor',
      '没有“constructor”这个状态',
      'there is no state "constructor"',
    ],
    [
      'a misspelt key',
      'report',
      'steps.accept.guard',
      ['isOwner'],
      '这里没有“guard”这一项',
      'nothing here is called "guard"',
    ],
    [
      'a key of another kind of field',
      'report',
      'forms.report.fields.happenedOn.max',
      9,
      '这里没有“max”这一项',
      'nothing here is called "max"',
    ],
  ])

  test('a word that is none of the words known there is told with those that are', () => {
    const words = [
      ['steps.accept.by.0', 'clark'],
      ['steps.accept.guards', ['isOwnr']],
      ['forms.assign.fields.owner.roles.0', 'handlr'],
      ['forms.assign.fields.owner.roles.0', 'reporter'],
      ['deadlines.tell.roll', 'nxt'],
      ['deadlines.tell.unit', 'day'],
      ['deadlines.tell.source.mark', 'foundd'],
      ['deadlines.tell.escalation.0.to', 'boss'],
      ['states.received.group', 'opened'],
      ['states.received.lane', 'desk'],
      ['steps.merge.linksTo.type', 'sameAs'],
      ['steps.triage.opens.0.link', 'child'],
      ['forms.report.fields.place.kind', 'string'],
      ['forms.report.fields.place.sets', 'adress'],
    ] as const
    for (const [path, value] of words) {
      const found = told(planted(procedureOf('report'), path, value))
      expect(found[0]?.path, path).toMatch(path)
      expect(found[0]?.zh, path).toMatch(/^写的是“.+”，只能是.+/)
      expect(found[0]?.en, path).toMatch(/^is ".+": must be one of .+/)
    }
  })
})

describe('what a definition is called and when it holds', () => {
  const noDay = (day: string): [string, string] => [
    `${day}不是1949到2100年间日历上的日期`,
    `${day} is no day of the calendar from 1949 to 2100`,
  ]
  // A kind of one version: what is wrong with the next one is said once.
  finds([
    ['2026-13-45', 'report', 'effectiveOn', '2026-13-45', ...noDay('2026-13-45')],
    ['2026-02-29', 'report', 'effectiveOn', '2026-02-29', ...noDay('2026-02-29')],
    ['1026-01-01', 'report', 'effectiveOn', '1026-01-01', ...noDay('1026-01-01')],
    ['the letters of another', 'activity', 'prefix', 'YH', 'hazard已用了YH', 'hazard uses YH already'],
    ['letters no reference has', 'activity', 'prefix', 'S1', '要是两个大写字母', 'must be two capital letters'],
    [
      'version 0',
      'report',
      'version',
      0,
      '写的是“0”，要是1到100000的整数',
      'is "0": must be a whole number from 1 to 100000',
    ],
    [
      'a later version from the same day',
      'activity',
      'version',
      2,
      '不晚于第1版的2024-11-01',
      'is not after that of version 1, 2024-11-01',
      'effectiveOn',
    ],
    [
      'a version too many',
      'activity',
      'version',
      3,
      '没有activity第2版',
      'there is no version 2 of activity before it',
    ],
  ])

  test('the same version listed twice', () => {
    expect(
      faultsOf(procedureOf('report'), [...PROCEDURES, procedureOf('report')]).map(({ sentence }) => sentence.zh),
    ).toEqual(['report第1版列了两次'])
  })
})

describe('words', () => {
  finds([
    [
      'English left out',
      'report',
      'states.received.title',
      { zh: '待受理' },
      '缺了，要写字',
      'is missing: must be a text',
      'states.received.title.en',
    ],
    ['English empty', 'report', 'steps.accept.told.en', '', '写的是“”，要写字', 'is "": must be a text'],
    ['English in Chinese', 'report', 'steps.accept.title.zh', '受理OK', '中文里不夹英文词', 'has English words in it'],
    [
      'Chinese in English',
      'report',
      'steps.accept.title.en',
      'Accept 受理',
      '英文里不夹中文',
      'has Chinese words or marks in it',
    ],
    ['English for Chinese', 'report', 'purpose.zh', '1 + 1', '要写中文', 'must be Chinese'],
    [
      'an impolite you',
      'report',
      'states.received.public.zh',
      '收到你的反映',
      '对群众称“您”',
      'calls residents 你 instead of 您',
    ],
    [
      'a slogan',
      'report',
      'steps.accept.told.zh',
      '受理了！',
      '是口号，不是一句话',
      'is a slogan',
      'steps.accept.told',
    ],
  ])
})
