import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { petitionV1 } from './v1/procedure.ts'

// Steps are an hour apart, from 2026-03-02 09:00 China time.
const letter: FormValues = {
  title: '安置房逾期未交付',
  category: 'expropriation',
  description: '协议写明2025年底交房，至今没有交，请求答复交房时间和过渡费',
  place: '东浦镇安置区',
}
const registered: FormValues = { peopleCount: 1, joint: 'no', earlier: 'none' }
const notice: FormValues = { toldOn: '2026-03-02', toldHow: 'writing', words: '已受理，由东浦镇办理，六十日内书面答复' }
const draft: FormValues = {
  request: '答复交房时间',
  facts: '协议属实，因验收未完成而逾期',
  opinion: 'explain',
  opinionText: '六月底前交房，过渡费按协议支付',
  legalBasis: '安置协议第五条',
}
const day = '2026-03-02'

const received = (form: FormValues = letter) => given(petitionV1, 'clerk', form)
const classified = (route = 'petition', more: FormValues = {}) =>
  received()
    .takes('clerk', 'register', { ...registered, ...more })
    .takes('triage', 'classify', { route, routeReason: '属于本级职责' })
const assigned = () =>
  classified().takes('triage', 'assign', { unit: 'dongpu', demand: '查清后答复', reportBy: '2026-05-20' })
const accepted = () => assigned().takes('dongpu-clerk', 'signFor', {}).takes('dongpu-clerk', 'accept', {})
const investigating = () =>
  accepted().takes('dongpu-leader', 'nameHandler', { owner: 'dongpu-mediator', interestAsked: 'none' })
const issued = (more: FormValues = {}) =>
  investigating()
    .takes('dongpu-mediator', 'draftOpinion', { ...draft, ...more })
    .takes('dongpu-leader', 'issueOpinion', {
      documentNo: '东信处〔2026〕1号',
      signedOn: day,
      opinionText: '六月底前交房',
    })
const served = (more: FormValues = {}) =>
  issued(more).takes('dongpu-clerk', 'serveOpinion', { servedOn: day, servedHow: 'direct' })
const reviewing = () =>
  served()
    .takes('reporter', 'requestReview', { complaint: '没有写过渡费标准' })
    .takes('leader', 'takeUpReview', { verifier: 'reviewer' })
const reviewed = (reviewOpinion = 'uphold') =>
  reviewing().takes('reviewer', 'decideReview', {
    reviewOpinion,
    reviewText: '事实清楚',
    reviewNo: '清信复查〔2026〕1号',
    legalBasis: '安置协议',
  })
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a petition that came in', () => {
  test('has fifteen days from its receipt, not from the day somebody typed it in (arts 22, 23)', () => {
    const late = received({ ...letter, receivedOn: '2026-02-24' })
    expect(clock(late, 'route')).toMatchObject({ code: 'PET-01', dueOn: '2026-03-11' })
    expect(clock(late, 'tell')).toMatchObject({ code: 'PET-02', dueOn: '2026-03-11' })
    // Received today: the fifteenth day is 17 March, a Tuesday.
    expect(clock(received(), 'route')).toMatchObject({ dueOn: '2026-03-17' })
  })

  test('is not received tomorrow', () => {
    expect(() => received({ ...letter, receivedOn: '2026-03-03' })).toThrow('too-late')
  })

  test('of many people names five representatives at most (art. 20)', () => {
    const joint: FormValues = { peopleCount: 23, joint: 'yes', earlier: 'none' }
    received()
      .refuses('clerk', 'register', 'form-invalid', { issues: [{ field: 'representatives' }] }, joint)
      .refuses(
        'clerk',
        'register',
        'form-invalid',
        { issues: [{ field: 'representatives', rule: 'too-large', limit: 5 }] },
        { ...joint, representatives: 6 },
      )
      .takes('clerk', 'register', { ...joint, representatives: 5 })
      .isIn('registered')
  })

  test('never goes to the unit it is about (arts 30, 46)', () => {
    received({ ...letter, aboutUnit: 'dongpu' })
      .takes('clerk', 'register', registered)
      .takes('triage', 'classify', { route: 'petition', routeReason: '反映镇里' })
      .refuses(
        'triage',
        'assign',
        'guard-refused',
        { guard: 'notTheUnitComplainedAbout' },
        { unit: 'dongpu', demand: '查清', reportBy: '2026-05-20' },
      )
  })

  test.each(['judicial', 'arbitration', 'internal', 'administrative'])(
    'that belongs on the %s route is not accepted, and its petitioner is told where to turn (art. 31)',
    (route) => {
      const told: FormValues = { ...notice, organ: '清澜县人民法院', legalBasis: '《民事诉讼法》' }
      classified(route)
        .refuses('clerk', 'accept', 'guard-refused', {}, {})
        .takes('clerk', 'informRoute', told)
        .isIn('informedOtherRoute')
      classified().refuses('clerk', 'informRoute', 'guard-refused', {}, told)
    },
  )

  test.each([
    ['petition', 'handle', '2026-05-01'],
    ['duty', 'duty', '2026-05-02'],
    ['study', 'study', '2026-05-01'],
    ['verify', 'study', '2026-05-01'],
  ])('on the route %s runs against the clock %s', (route, deadline, dueOn) => {
    const told = classified(route).takes('clerk', 'accept', {})
    expect(clock(told, deadline)).toMatchObject({ state: 'running', dueOn })
    expect(['handle', 'duty', 'study'].filter((each) => clock(told, each))).toEqual([deadline])
  })

  test('that is pending or concluded elsewhere is not accepted again (arts 19, 36)', () => {
    const again: FormValues = {
      ground: 'rechecked',
      earlierReference: 'XF-2025-0009',
      reason: '已有复核意见',
      toldOn: day,
      toldHow: 'mail',
    }
    classified('petition', { earlier: 'concluded' })
      .refuses('clerk', 'accept', 'guard-refused', {}, {})
      .takes('clerk', 'refuseAgain', again)
      .isIn('notAcceptedAgain')
    classified().refuses('clerk', 'refuseAgain', 'guard-refused', {}, again)
  })

  test('is passed to another organ, and comes back if that one does not take it', () => {
    const out = classified().takes('triage', 'transferOut', { organ: '市住建局' }).isIn('transferring')
    out.takes('clerk', 'recordReceipt', { receiptNo: '市1号', receiptOn: day }).isIn('transferred')
    const back = out.takes('clerk', 'takeBack', { refusedReason: '应由县里办' }).isIn('classified')
    expect(clock(back, 'dispatch')).toMatchObject({ state: 'running' })
  })
})

describe('whoever petitions', () => {
  test('is told in writing by the sender, and by the unit within fifteen days of its own receipt', () => {
    const told = accepted()
    expect(clock(told, 'tellByUnit')).toMatchObject({ code: 'PET-03', dueOn: '2026-03-17', state: 'running' })
    const both = told.takes('dongpu-clerk', 'tellAccepted', notice)
    expect(clock(both, 'tell')).toMatchObject({ state: 'met' })
    expect(clock(both, 'tellByUnit')).toMatchObject({ state: 'met' })
    const first = assigned().takes('clerk', 'tell', notice)
    expect(clock(first, 'tell')).toMatchObject({ state: 'met' })
    expect(clock(first, 'tellByUnit')).toMatchObject({ state: 'running' })
  })

  test('is not told by having left no address: why nobody can be written to is recorded (art. 23)', () => {
    accepted().refuses(
      'dongpu-clerk',
      'tellAccepted',
      'form-invalid',
      { issues: [{ field: 'toldHow', rule: 'not-an-option' }] },
      { ...notice, toldHow: 'unclear' },
    )
    const unclear = { unclear: ['address'], unclearWhy: '信封没有地址' }
    const none = accepted().takes('dongpu-leader', 'noNotice', unclear)
    accepted().refuses('dongpu-clerk', 'noNotice', 'out-of-scope', {}, unclear)
    expect(clock(none, 'tell')).toMatchObject({ state: 'cancelled' })
  })
})

describe('a unit that says it is not competent (art. 23)', () => {
  const reason: FormValues = { returnReason: '安置由县住建局负责' }

  test('has five working days, with reasons, and the sender decides', () => {
    expect(clock(assigned(), 'object')).toMatchObject({ code: 'PET-04', dueOn: '2026-03-09' })
    const objected = assigned()
      .refuses('dongpu-clerk', 'object', 'form-invalid', {}, {})
      .takes('dongpu-clerk', 'object', reason)
      .refuses('dongpu-clerk', 'agreeReturn', 'out-of-scope', {}, { returnedPapers: '来信一封' })
    const back = objected.takes('triage', 'agreeReturn', { returnedPapers: '来信一封' }).isIn('classified')
    expect(clock(back, 'tellByUnit')).toMatchObject({ state: 'cancelled' })
  })

  test('does not return it again once the sender has decided', () => {
    assigned()
      .takes('dongpu-clerk', 'object', reason)
      .takes('triage', 'keepOrder', { decision: '属地负责' })
      .isIn('signedFor')
      .refuses('dongpu-clerk', 'object', 'step-not-open', {}, reason)
      .takes('dongpu-clerk', 'accept', {})
  })

  test('and lets the five days pass may only sign for it; it is raised to both sides', () => {
    const late = assigned().waits('2026-03-12T01:00:00.000Z').isIn('unsigned')
    expect(late.matter().raised?.length).toBeGreaterThan(0)
    late.refuses('dongpu-clerk', 'object', 'step-not-open', {}, reason).takes('dongpu-clerk', 'signFor', {})
  })
})

describe('an accepted petition', () => {
  test('is answered within sixty days, thirty more for a reason told, by the head of the unit (art. 34)', () => {
    const asked = investigating().takes('dongpu-mediator', 'askExtension', {
      askedDays: 20,
      extensionReason: '验收未完成',
    })
    const more: FormValues = { extendBy: 20, reason: '验收未完成', extensionTold: 'writing' }
    expect(clock(asked, 'handle')).toMatchObject({ code: 'PET-05', dueOn: '2026-05-01' })
    asked
      .refuses('dongpu-mediator', 'grantExtension', 'role-required', {}, more)
      .refuses('dongpu-leader', 'grantExtension', 'form-invalid', {}, { ...more, extendBy: 31 })
    const granted = asked.takes('dongpu-leader', 'grantExtension', more).isIn('investigating')
    expect(clock(granted, 'handle')).toMatchObject({ dueOn: '2026-05-21' })
    const again: FormValues = { askedDays: 5, extensionReason: '还要时间' }
    granted.refuses('dongpu-mediator', 'askExtension', 'extension-refused', { rule: 'too-often' }, again)
  })

  test('may be answered while more time is asked for', () => {
    investigating()
      .takes('dongpu-mediator', 'askExtension', { askedDays: 20, extensionReason: '验收未完成' })
      .takes('dongpu-mediator', 'draftOpinion', draft)
      .isIn('opinionDrafted')
  })

  test('is signed by somebody who did not draft the opinion', () => {
    const drafted = investigating().takes('dongpu-mediator', 'draftOpinion', draft)
    drafted.refuses(
      'dongpu-mediator',
      'issueOpinion',
      'role-required',
      {},
      { documentNo: '1', signedOn: day, opinionText: '六月底前交房' },
    )
    const told = issued()
    expect(clock(told, 'handle')).toMatchObject({ state: 'met' })
    expect(told.matter().documents?.map(({ document }) => document)).toContain('opinion')
  })

  test('states request, facts, opinion and legal basis in its opinion letter (art. 32)', () => {
    const { legalBasis: _, ...without } = draft
    investigating().refuses(
      'dongpu-mediator',
      'draftOpinion',
      'form-invalid',
      { issues: [{ field: 'legalBasis', rule: 'required' }] },
      without,
    )
  })

  test('may be heard; the record is not written by its handler', () => {
    const heard: FormValues = { heldOn: day, minutes: '双方陈述，结论一致' }
    investigating()
      .takes('dongpu-mediator', 'fixHearing', { hearingOn: '2026-03-12', hearingAt: '镇会议室', hearingWhy: '分歧大' })
      .isIn('hearing')
      .refuses('dongpu-mediator', 'recordHearing', 'guard-refused', { guard: 'notTheHandler' }, heard)
      .takes('dongpu-leader', 'recordHearing', heard)
      .isIn('investigating')
  })

  test('may end in an agreement that every party wants (art. 33)', () => {
    const agreement: FormValues = {
      way: 'mediation',
      consent: 'yes',
      agreement: '六月底交房，补付过渡费',
      agreementNo: '东调〔2026〕3号',
      agreedOn: day,
      within: '过渡费标准有协议依据',
    }
    investigating()
      .refuses(
        'dongpu-leader',
        'recordSettlement',
        'guard-refused',
        { guard: 'consentGiven' },
        { ...agreement, consent: 'no' },
      )
      .refuses('dongpu-mediator', 'recordSettlement', 'role-required', {}, agreement)
      .takes('dongpu-leader', 'recordSettlement', agreement)
      .isIn('settled')
  })

  test('is not touched any more by whoever declares an interest (art. 28)', () => {
    investigating()
      .takes('dongpu-mediator', 'recuse', { interest: '本人亲属在安置区' })
      .refuses('dongpu-mediator', 'draftOpinion', 'guard-refused', { guard: 'notBarred' }, draft)
      .takes('dongpu-leader', 'liftRecusal', { recusedPost: 'dongpu-mediator', liftReason: '报错了，不是这一片' })
      .takes('dongpu-mediator', 'draftOpinion', draft)
  })

  test('that is urgent is put before the unit and the side that sent it at once (art. 25)', () => {
    const told = investigating().takes('dongpu-clerk', 'reportUrgent', {
      reportedTo: '县委办',
      reportedAt: '2026-03-02T06:00:00.000Z',
      urgency: '可能聚集',
    })
    expect(told.matter().raised?.flatMap(({ to }) => to)).toContain('leader@qinglan')
  })
})

describe('the written opinion', () => {
  test('is open to review for thirty days from its service, then it is final (art. 35)', () => {
    expect(clock(served(), 'askReview')).toMatchObject({ code: 'PET-06', dueOn: '2026-04-01' })
    served().waits('2026-04-02T01:00:00.000Z').isIn('closed').refuses('reporter', 'requestReview', 'step-not-open')
    served().takes('reporter', 'acceptOpinion', { satisfaction: 'satisfied' }).isIn('closed')
  })

  test('that supports a request stays open until somebody else has confirmed that it is carried out (art. 32)', () => {
    const done: FormValues = { executedOn: day, doneWork: '过渡费已付' }
    const lapsed = served({ opinion: 'support' }).takes('reporter', 'acceptOpinion', {}).isIn('executing')
    expect(clock(lapsed, 'execute')).toMatchObject({ state: 'running' })
    lapsed
      .refuses('triage', 'confirmExecution', 'step-not-open', {}, { confirmation: '看过凭证' })
      .takes('dongpu-mediator', 'reportExecution', done, [PHOTO])
      .takes('triage', 'rejectExecution', { reason: '只付了一半' })
      .refuses('triage', 'confirmExecution', 'step-not-open', {}, { confirmation: '看过凭证' })
      .takes('dongpu-mediator', 'reportExecution', done, [PHOTO])
      .takes('triage', 'confirmExecution', { confirmation: '看过凭证' })
      .isIn('closed')
    served().takes('reporter', 'acceptOpinion', {}).isIn('closed')
  })

  test('is reviewed by the organ above and by other people, within thirty days of the request', () => {
    const asked = served().takes('reporter', 'requestReview', { complaint: '没有写标准' })
    expect(clock(asked, 'review')).toMatchObject({ code: 'PET-07', dueOn: '2026-04-01' })
    expect(asked.offers('dongpu-leader')).toEqual([])
    asked.refuses('dongpu-leader', 'takeUpReview', 'out-of-scope', {}, { verifier: 'reviewer' })
    const decision: FormValues = { reviewOpinion: 'uphold', reviewText: '清楚', reviewNo: '1', legalBasis: '协议' }
    reviewing()
      .refuses('dongpu-leader', 'decideReview', 'out-of-scope', {}, decision)
      .refuses('leader', 'decideReview', 'out-of-scope', {}, decision)
      .takes('reviewer', 'decideReview', decision)
    served()
      .takes('reporter', 'requestReview', { complaint: '没有写标准' })
      .takes('leader', 'takeUpReview', { verifier: 'dongpu-leader' })
      .refuses('dongpu-leader', 'decideReview', 'out-of-scope', {}, decision)
  })

  test('that is revoked is handled anew, with a time limit of its own', () => {
    const anew = reviewed('revoke')
      .refuses('clerk', 'serveReview', 'guard-refused', {}, { reviewServedOn: day, servedHow: 'mail' })
      .takes('clerk', 'serveReviewRevocation', { reviewServedOn: day, servedHow: 'mail' })
      .isIn('redoing')
      .takes('dongpu-mediator', 'draftOpinion', draft)
      .takes('dongpu-leader', 'returnDraft', { reason: '没有写标准' })
      .takes('dongpu-mediator', 'draftOpinion', draft)
      .takes('dongpu-leader', 'returnDraft', { reason: '还是没有写' })
    expect(clock(anew, 'redo')).toMatchObject({ state: 'running' })
    expect(clock(anew, 'askRecheck')).toBeUndefined()
  })

  test('once reviewed, is open to one re-review, and then final (art. 36)', () => {
    const open = reviewed()
      .takes('clerk', 'serveReview', { reviewServedOn: day, servedHow: 'mail' })
      .isIn('reviewServed')
    expect(clock(open, 'askRecheck')).toMatchObject({ code: 'PET-08', dueOn: '2026-04-01' })
    open.waits('2026-04-02T01:00:00.000Z').isIn('closed')
    const asked = open.takes('reporter', 'requestRecheck', { complaint: '仍然不服' }).isIn('recheckRequested')
    expect(clock(asked, 'recheck')).toMatchObject({ code: 'PET-09', dueOn: '2026-04-01' })
    // Above the county there is nobody in this county's system: the city decides, and its opinion is recorded.
    const opinion: FormValues = { recheckOpinion: 'uphold', recheckText: '清楚', recheckNo: '市复核1号' }
    asked
      .refuses('reviewer', 'decideRecheck', 'out-of-scope', {}, opinion)
      .takes('clerk', 'recordOuterRecheck', { ...opinion, outerOrgan: '市人民政府' })
      .takes('clerk', 'serveRecheck', { recheckServedOn: day, servedHow: 'mail' })
      .isIn('closed')
  })
})
