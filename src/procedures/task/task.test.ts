import { describe, expect, test } from 'vitest'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { mayOpenFields } from '../../engine/access/personal-access.ts'
import { given, PHOTO } from '../../testing/given.ts'
import { actorOf, DIRECTORY } from '../../testing/people.ts'
import { taskV1 } from './v1/procedure.ts'

const order = { title: '三处桥栏加固', description: '逐桥查一遍', dueOn: '2026-03-20', category: 'instruction' }
const toTownship = { unit: 'dongpu', cadence: 'weekly', assists: [{ unit: 'yunxi', duty: '出检测意见' }] }
const review = { checked: ['facts', 'solved', 'done', 'conclusion', 'form'], opinion: '属实' }

describe("the county leader's task, given to a township", () => {
  const assigned = () => given(taskV1, 'leader', order).takes('triage', 'assign', toTownship)
  const inProgress = () => assigned().takes('dongpu-mediator', 'takeOver', {})
  const claimed = () => inProgress().takes('dongpu-mediator', 'claim', { report: '三处都加固了' }, [PHOTO])

  test('is ordered by whoever opened it, for good: no form names another afterwards', () => {
    expect(assigned().matter()).toMatchObject({ orderingPostId: 'leader', unitId: 'dongpu' })
    assigned().refuses('triage', 'reassign', 'form-invalid', {}, { ...toTownship, ordering: 'dongpu-leader' })
  })

  test('cannot be closed, reviewed, given more time, cancelled or given away by the township, whatever it tries', () => {
    const asked = () =>
      inProgress().takes('dongpu-mediator', 'askExtension', { askedDays: 90, extensionReason: '来不及' })
    for (const post of ['dongpu-leader', 'dongpu-clerk']) {
      claimed().refuses(post, 'review', 'out-of-scope', {}, review)
      claimed().refuses(post, 'returnForRedo', 'out-of-scope')
      assigned().refuses(post, 'reassign', 'out-of-scope')
    }
    const reviewed = claimed().takes('triage', 'review', review)
    reviewed.refuses('dongpu-leader', 'close', 'out-of-scope', {}, { evaluation: '好' })
    asked().refuses('dongpu-leader', 'grantExtension', 'out-of-scope', {}, { extendBy: 90, reason: '同意' })
    inProgress().refuses('dongpu-leader', 'cancel', 'out-of-scope', {}, { reason: '不办了' })
    expect(claimed().offers('dongpu-leader')).toEqual([])
  })

  test('says on which side a step is when it refuses it', () => {
    claimed().refuses('dongpu-leader', 'review', 'out-of-scope', {
      says: { zh: expect.stringMatching(/^交办方（.*分管领导/) },
    })
  })

  test('is closed by the leader who ordered it after another has reviewed it', () => {
    claimed().takes('triage', 'review', review).takes('leader', 'close', { evaluation: '按时完成' }).isIn('closed')
  })

  test('is sent back as not theirs twice; then a leader rules, and the ruling is not sent back', () => {
    const back = { reason: '不属本镇职责' }
    const again = { unit: 'dongpu', cadence: 'weekly' }
    const thrice = assigned()
      .takes('dongpu-leader', 'returnAssignment', back)
      .takes('triage', 'assign', again)
      .takes('dongpu-leader', 'returnAssignment', back)
      .takes('triage', 'assign', again)
      .takes('dongpu-leader', 'returnAssignment', back)
    thrice
      .refuses('triage', 'assign', 'guard-refused', {}, again)
      .takes('leader', 'rule', { ...again, rulingBasis: '桥在镇管道路上' })
      .refuses('dongpu-leader', 'returnAssignment', 'guard-refused', {}, back)
  })

  test('is seen by the unit asked to assist, which signs for its part and answers', () => {
    const told = inProgress()
    const inspector = actorOf('yunxi-clerk')
    expect(maySee(inspector, accessFacts(told.matter(), DIRECTORY))).toBe(true)
    const answered = told
      .takes('yunxi-clerk', 'signAssist', {})
      .takes('yunxi-clerk', 'answerAssist', { assistAnswer: '检测报告已出' })
    expect(answered.matter().holders).toEqual([{ seat: 'assist', id: 'yunxi', state: 'answered' }])
    told.refuses('handler', 'signAssist', 'out-of-scope')
  })

  test('is closed by another leader of that side when the one who ordered it steps out, never by the township', () => {
    const stepped = claimed()
      .takes('leader', 'recuse', { recusalReason: '承包人是亲属' })
      .takes('triage', 'review', review)
      .refuses('leader', 'close', 'guard-refused', { guard: 'notBarred' }, { evaluation: '好' })
      .refuses('dongpu-leader', 'close', 'out-of-scope', {}, { evaluation: '好' })
    expect(stepped.matter()).toMatchObject({ originUnitId: 'qinglan' })
    expect(stepped.matter().orderingPostId).toBeUndefined()
    const reviewer = inProgress().takes('triage', 'recuse', { recusalReason: '报错了，不是这件' })
    const lift = { recusedPost: 'triage', liftReason: '报错了' }
    reviewer.refuses('dongpu-leader', 'liftRecusal', 'out-of-scope', {}, lift).takes('leader', 'liftRecusal', lift)
  })

  test('is not worked on by the unit that assists, even after it has signed for its part', () => {
    inProgress()
      .takes('yunxi-clerk', 'signAssist', {})
      .refuses('yunxi-clerk', 'claim', 'out-of-scope', {}, { report: '三处都加固了' }, [PHOTO])
      .refuses('yunxi-clerk', 'feedback', 'out-of-scope', {}, { progress: '加固中', percent: 90 })
  })

  test('is out of sight of a unit that refused to assist, or is asked no longer', () => {
    const sees = (told: ReturnType<typeof assigned>) =>
      maySee(actorOf('yunxi-clerk'), accessFacts(told.matter(), DIRECTORY))
    expect(sees(inProgress().takes('yunxi-clerk', 'signAssist', {}))).toBe(true)
    expect(sees(inProgress().takes('yunxi-clerk', 'refuseAssist', { assistRefusal: '没有检测设备' }))).toBe(false)
    const without = assigned()
      .takes('dongpu-leader', 'returnAssignment', { reason: '缺检测' })
      .takes('triage', 'assign', { unit: 'dongpu', cadence: 'weekly', assists: [] })
    expect(without.matter().holders).toEqual([])
    expect(sees(without)).toBe(false)
  })

  test('that went to another unit is not worked on any more by the one that had it, which still sees it', () => {
    const moved = inProgress().takes('leader', 'reassign', {
      unit: 'yunxi',
      cadence: 'weekly',
      rulingBasis: '桥在云溪',
    })
    moved
      .refuses('dongpu-mediator', 'takeOver', 'out-of-scope', {}, {})
      .takes('yunxi-clerk', 'takeOver', {})
      .refuses('dongpu-mediator', 'claim', 'out-of-scope', {}, { report: '三处都加固了' }, [PHOTO])
    expect(maySee(actorOf('dongpu-mediator'), accessFacts(moved.matter(), DIRECTORY))).toBe(true)
    expect(mayOpenFields(actorOf('dongpu-mediator'), moved.matter(), DIRECTORY)).toBe(false)
  })
})

test('a part has a limit of its own, which only the unit that has it meets', () => {
  const told = given(taskV1, 'leader', order).takes('triage', 'assign', {
    ...toTownship,
    assists: [
      { unit: 'yunxi', duty: '出检测意见' },
      { unit: 'safety', duty: '出方案' },
    ],
  })
  const parts = () => told.matter().clocks.filter(({ deadline }) => deadline === 'assistSign')
  expect(parts().map(({ holder }) => holder)).toEqual(['yunxi', 'safety'])
  const signed = told.takes('yunxi-clerk', 'signAssist', {})
  expect(
    signed
      .matter()
      .clocks.filter(({ deadline }) => deadline === 'assistSign')
      .map(({ state }) => state),
  ).toEqual(['met', 'running'])
})
