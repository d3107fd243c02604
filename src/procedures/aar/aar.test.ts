import { expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { aarV1 } from './v1/procedure.ts'

const timeline = { recusal: 'none', events: [{ at: '2026-02-01T01:00:00.000Z', fact: '栏杆断裂' }] }
const analysis = { planned: '每周巡桥', actual: '没有巡', worked: '警戒快', failed: '空档', causes: '制度没有写桥' }
const problem = { title: '巡查制度缺桥', cause: '没有写', unit: 'dongpu', measure: '补上', dueOn: '2026-04-01' }
const tracked = (category: string) =>
  given(aarV1, 'reviewer', {
    title: '石桥事故复盘',
    description: '护栏断裂',
    category,
    eventOn: '2026-01-05',
    unit: 'qinglan',
  })
    .takes('reviewer', 'setOutTimeline', timeline)
    .takes('reviewer', 'analyse', analysis)
    .takes('reviewer', 'listProblems', { problems: [problem] })
    .childCloses('writtenOff')
const conclusion = { conclusion: '整改到位' }
const report = { reportedTo: '市应急管理局', reportedOn: '2026-03-02' }

test('the review of an incident does not end before it was reported to the level above (突发事件应对法第九十二条)', () => {
  tracked('incident')
    .refuses('leader', 'close', 'guard-refused', { says: { zh: expect.stringContaining('报送日期') } }, conclusion)
    .takes('reviewer', 'reportUp', report)
    .takes('leader', 'close', conclusion)
    .isIn('closed')
})

test('the review of a hazard is reported to nobody above', () => {
  tracked('hazard').takes('leader', 'close', conclusion).isIn('closed')
})

test('the year to evaluate an accident runs from the reply to its investigation (安全生产法第八十六条), and comes before the end', () => {
  const replied = tracked('accident')
    .takes('reviewer', 'reportUp', report)
    .takes('reviewer', 'recordReply', { repliedOn: '2026-02-10' })
  expect(replied.matter().clocks.find(({ deadline }) => deadline === 'evaluate')).toMatchObject({
    code: 'INC-07',
    dueOn: '2027-02-10',
  })
  replied.refuses('leader', 'close', 'guard-refused', {}, conclusion)
  const evaluation = { evaluatedOn: '2026-03-02', evaluation: '措施都落实了' }
  replied
    .refuses('reviewer', 'evaluate', 'guard-refused', { guard: 'notTheHandler' }, evaluation)
    .takes('verifier', 'evaluate', evaluation)
    .takes('leader', 'close', conclusion)
    .isIn('closed')
})
