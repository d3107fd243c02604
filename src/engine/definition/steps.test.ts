import { describe, expect, test } from 'vitest'
import { text } from '../../domain/wording/text.ts'
import { finds, planted, procedureOf, told } from '../../testing/planted.ts'

const choice = (...names: string[]) => ({
  kind: 'choice',
  title: text('选', 'Choose'),
  options: Object.fromEntries(names.map((name) => [name, text('甲', 'A')])),
})

describe('states and steps', () => {
  finds([
    [
      'a done state without an outcome',
      'report',
      'states.mergedBefore.outcome',
      undefined,
      '缺了，要写字',
      'is missing: must be a text',
    ],
    [
      'an outcome of an open state',
      'report',
      'states.received.outcome',
      'merged',
      '这里没有“outcome”这一项',
      'nothing here is called "outcome"',
    ],
    [
      'an outcome that never happens',
      'report',
      'outcomes.lost',
      text('丢失', 'Lost'),
      '没有状态以此办结',
      'no state ends with it',
    ],
    [
      'a state nobody can reach',
      'report',
      'states.lost',
      { title: text('丢了', 'Lost'), group: 'open', public: text('丢了', 'Lost') },
      '从登记走不到这个状态',
      'cannot be reached from the opening',
    ],
    [
      'a state that tells residents nothing',
      'report',
      'states.received.public',
      undefined,
      '要写一句给群众看的话',
      'needs a sentence for residents',
    ],
    [
      'a step that goes on after the end',
      'report',
      'steps.reopen.aside',
      undefined,
      '办结后的步骤只能是旁支（aside）',
      'a step from a done state stands beside the path (aside)',
      'steps.reopen.from.0',
    ],
    [
      'an end that starts a clock',
      'report',
      'steps.closeAsImported.starts',
      ['redo'],
      '办结的步骤只能开始办结后的期限（afterClosing）',
      'a step that ends the matter starts only clocks that outlast it (afterClosing)',
    ],
    [
      'a check by the handler',
      'report',
      'steps.callBack.guards',
      [],
      '验收、复查的步骤要有“不能是经办人”（notTheHandler）',
      'a step that verifies needs the guard notTheHandler',
    ],
    [
      'a form that no step asks',
      'report',
      'forms.stray',
      { title: text('多余', 'Stray'), fields: { stray: choice('one') } },
      '没有步骤用这张表',
      'no step uses this form',
    ],
    [
      'a document that no step issues',
      'report',
      'documents.stray',
      { title: text('多余', 'Stray') },
      '没有步骤出这种文书',
      'no step issues this document',
    ],
    [
      'a document without words',
      'report',
      'documents.dispatch.title.zh',
      '',
      '写的是“”，要写字',
      'is "": must be a text',
    ],
    [
      'a role twice',
      'report',
      'steps.accept.by',
      ['clerk', 'clerk'],
      '“clerk”写了两次',
      '"clerk" stands twice',
      'steps.accept.by.1',
    ],
    ['nobody may take it', 'report', 'steps.accept.by', [], '至少要有一项', 'must have at least one entry'],
  ])

  test('a matter that would lie for ever', () => {
    expect(told(planted(procedureOf('report'), 'steps.tellRemedies', undefined))).toContainEqual({
      path: 'states.toRemedy',
      zh: '没有等着谁办的步骤',
      en: 'waits for nobody: no step on the path starts here',
    })
  })
})

describe('what residents are offered', () => {
  finds([
    [
      'a wish no step fulfils',
      'report',
      'reporting.steps.withdraw.0',
      'withdrw',
      '没有“withdrw”这一步',
      'there is no step "withdrw"',
    ],
    [
      'a step reporters do not take',
      'report',
      'reporting.steps.add.0',
      'accept',
      '“accept”不由反映人办',
      '"accept" is not taken by a reporter',
    ],
    [
      'a promise of no deadline',
      'report',
      'reporting.promises.1',
      'handel',
      '没有“handel”这个期限',
      'there is no deadline "handel"',
    ],
    [
      'a promise that does not begin with the report',
      'report',
      'reporting.promises',
      ['handle'],
      '要有一个登记时就开始、长度固定的期限',
      'needs a deadline of a fixed length that starts with the report',
    ],
    [
      'a kind that reporters open and nothing more',
      'report',
      'reporting',
      undefined,
      '反映人能登记，要写反映人能做什么',
      'reporters may open it: say what they may do then',
    ],
  ])
})

describe('guards', () => {
  finds([
    [
      'a listing guard without its field',
      'report',
      'steps.accept.guards',
      ['isListed'],
      'isListed：没有哪张表问“listedOn”',
      'isListed: no form asks for "listedOn"',
      'steps.accept.guards.0',
    ],
    [
      'a guard on consent nobody asks for',
      'report',
      'steps.accept.guards',
      ['consentGiven'],
      'consentGiven：这一步之前没有哪张表问“consent”，且可答“yes”',
      'consentGiven: no form before this step asks for "consent" with the answer "yes"',
      'steps.accept.guards.0',
    ],
    [
      'a guard on a supervisor nobody names',
      'aar',
      'steps.close.guards.0',
      'isSupervisor',
      'isSupervisor：没有哪张表定supervisor',
      'isSupervisor: no form sets supervisor',
    ],
    [
      'two guards that exclude each other',
      'hazard',
      'steps.writeOff.guards',
      ['notMajor', 'isMajor'],
      'isMajor和notMajor不会同时成立',
      'isMajor and notMajor never hold together',
      'steps.writeOff.guards.1',
    ],
  ])
})
