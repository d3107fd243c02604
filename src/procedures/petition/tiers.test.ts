import { expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { petitionV1 } from './v1/procedure.ts'

// Steps are an hour apart, from 2026-03-02 09:00 China time.
const letter: FormValues = {
  title: '安置房逾期未交付',
  category: 'expropriation',
  description: '协议写明2025年底交房，至今没有交，请求答复交房时间和过渡费',
  place: '东浦镇安置区',
}
const registered: FormValues = { peopleCount: 1, joint: 'no', earlier: 'none' }
const draft: FormValues = {
  request: '答复交房时间',
  facts: '协议属实，因验收未完成而逾期',
  opinion: 'explain',
  opinionText: '六月底前交房，过渡费按协议支付',
  legalBasis: '安置协议第五条',
}
const day = '2026-03-02'

const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

test('a village decision goes up twice within the county; the time of the hearing is left out', () => {
  const recheck: FormValues = { recheckOpinion: 'revoke', recheckText: '事实不清', recheckNo: '清信复核1号' }
  const asked = given(petitionV1, 'dongpu-clerk', letter, { unitId: 'dongpu' })
    .takes('dongpu-clerk', 'register', registered)
    .takes('dongpu-clerk', 'classify', { route: 'petition', routeReason: '村里先办' })
    .takes('dongpu-clerk', 'assign', { unit: 'xiatang', demand: '查清', reportBy: '2026-05-20' })
    .takes('xiatang-grid', 'signFor', {})
    .takes('dongpu-clerk', 'accept', {})
    .takes('dongpu-clerk', 'nameHandler', { owner: 'xiatang-grid', interestAsked: 'none' })
    .takes('xiatang-grid', 'draftOpinion', draft)
    .takes('dongpu-leader', 'issueOpinion', { documentNo: '1', signedOn: day, opinionText: '六月底前交房' })
    .takes('xiatang-grid', 'serveOpinion', { servedOn: day, servedHow: 'direct' })
    .takes('reporter', 'requestReview', { complaint: '不服' })
    .takes('dongpu-leader', 'takeUpReview', { verifier: 'dongpu-leader' })
    .takes('dongpu-leader', 'decideReview', {
      reviewOpinion: 'uphold',
      reviewText: '清楚',
      reviewNo: '1',
      legalBasis: '协议',
    })
    .takes('dongpu-clerk', 'serveReview', { reviewServedOn: day, servedHow: 'direct' })
    .takes('reporter', 'requestRecheck', { complaint: '仍不服' })
    .refuses('dongpu-leader', 'decideRecheck', 'out-of-scope', {}, recheck)
  expect(asked.offers('leader')).toEqual(['decideRecheck'])
  const heard = asked
    .takes('leader', 'openRecheckHearing', {
      hearingDocument: '听1号',
      hearingReason: '分歧大',
      excludedFrom: '2026-03-02',
    })
    .at('2026-03-06T01:00:00.000Z')
    .takes('leader', 'closeRecheckHearing', { excludedTo: '2026-03-05', minutes: '听取了陈述' })
  expect(clock(heard, 'recheck')).toMatchObject({ dueOn: '2026-04-04' })
  heard
    .takes('leader', 'decideRecheck', recheck)
    .refuses('clerk', 'serveRecheck', 'guard-refused', {}, { recheckServedOn: '2026-03-06', servedHow: 'mail' })
    .takes('dongpu-clerk', 'serveRecheckRevocation', { recheckServedOn: '2026-03-06', servedHow: 'mail' })
    .isIn('redoing')
})
