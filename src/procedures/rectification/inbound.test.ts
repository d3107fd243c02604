import { describe, expect, test } from 'vitest'
import { given, PHOTO } from '../../testing/given.ts'
import { rectificationV2 } from './v2/procedure.ts'

const advice = {
  title: '送达地址确认不规范',
  category: 'judicialAdvice',
  sender: '清澜县人民法院',
  letterNo: '（2026）清法建1号（示例）',
  letterOn: '2026-02-20',
  replyBy: '2026-04-20',
  measure: '规范地址确认，培训窗口人员',
  dueOn: '2026-03-31',
}
const listed = () => given(rectificationV2, 'triage', advice)
const reply = { repliedOn: '2026-03-02', reply: '所提问题逐条已改，附佐证。' }
const done = (matter: ReturnType<typeof listed>) =>
  matter
    .takes('triage', 'settle', {
      kind: 'byDate',
      goal: '确认书齐全',
      dueOn: '2026-03-31',
      unit: 'dongpu',
      owner: 'dongpu-mediator',
    })
    .takes('dongpu-mediator', 'fileEvidence', { fixedOn: '2026-03-02', doneWork: '已培训' }, [PHOTO])
    .takes('dongpu-leader', 'sign', { signature: '情况属实' })
    .takes('verifier', 'accept', { acceptedOn: '2026-03-02', opinion: '到位' })
const approval = { writtenOffOn: '2026-03-02', approval: '同意', lookBackAfter: 'none' }

describe('a letter of advice (rules on judicial advice art. 8)', () => {
  test('is answered in writing by the day it names', () => {
    const clock = listed()
      .matter()
      .clocks.find(({ deadline }) => deadline === 'reply')
    expect(clock).toMatchObject({ code: 'ADV-01', dueOn: '2026-04-20' })
    const replied = listed().takes('triage', 'reply', reply).matter()
    expect(replied.clocks.find(({ deadline }) => deadline === 'reply')).toMatchObject({ state: 'met' })
    expect(replied.documents?.map(({ document }) => document)).toContain('replyLetter')
  })

  test('is not written off before its sender has a reply, however well the work was done', () => {
    done(listed()).refuses('triage', 'writeOff', 'guard-refused', {}, approval)
    done(listed().takes('triage', 'reply', reply))
      .takes('triage', 'writeOff', approval)
      .isIn('writtenOff')
  })

  test('is asked of no problem that came another way', () => {
    const { sender: _, letterNo: __, letterOn: ___, replyBy: ____, ...own } = advice
    const audit = given(rectificationV2, 'triage', { ...own, category: 'audit' })
    expect(audit.matter().clocks.map(({ deadline }) => deadline)).not.toContain('reply')
    audit.refuses('triage', 'reply', 'guard-refused', {}, reply)
    done(audit).takes('triage', 'writeOff', approval).isIn('writtenOff')
  })
})
