import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { personalOf } from '../../domain/procedure/form.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { mayOpenFields, mayOpenVault } from '../../engine/access/personal-access.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { actorOf, DIRECTORY, POSTS } from '../../testing/people.ts'
import { counsellingV1 } from '../counselling/v1/procedure.ts'
import { organisationV1 } from '../organisation/v1/procedure.ts'
import { datarequestV1 } from './v1/procedure.ts'

const sights = { datarequest: datarequestV1.sight ?? {}, counselling: counsellingV1.sight ?? {} }
const rulebook = { ...TEST_RULEBOOK, directory: { ...DIRECTORY, sights } }
const named = given(organisationV1, 'clerk', { name: '示例公司', category: 'company', address: '桥头' }).matter()
const apart = given(
  counsellingV1,
  'dongpu-mediator',
  { title: '心理疏导转介', raisedBy: 'self' },
  { unitId: 'dongpu', rulebook },
).matter()
const others = new Map([named, apart].map((matter, at) => [matter.reference, { ...matter, id: `other-${at}` }]))

const ASKED = { title: '申请查阅本人信息', category: 'access', asker: 'self', wish: '要登记的联系方式' }
const VERIFIED = { verifiedHow: 'document', verifiedSame: 'same' }
const PROPOSED = { foundWhat: '联系方式两项', proposal: '同意' }
const ANSWERED: FormValues = { replyText: '已经办好', toldHow: 'inPerson', toldOn: '2026-03-02' }
const REFUSED: FormValues = { decision: 'refused', decisionReason: '事项没有办结，还要用', remedies: ['court'] }

const asked = (form: FormValues = {}) =>
  given(datarequestV1, 'clerk', { ...ASKED, ...form }, { rulebook, named: others })
const verified = (form: FormValues = {}) => asked(form).takes('clerk', 'verifyIdentity', VERIFIED).isIn('verified')
const deciding = (form: FormValues = {}) =>
  verified(form)
    .takes('triage', 'nameMatter', { concernedReference: named.reference })
    .takes('triage', 'propose', PROPOSED)
    .isIn('deciding')
const granted = (form: FormValues = {}, decision: FormValues = {}) =>
  deciding(form)
    .takes('leader', 'decide', { decision: 'granted', ...decision })
    .isIn('granted')

describe('a request about personal data', () => {
  test('is verified, looked up in the matters that were named, decided, carried out and answered in time', () => {
    const done = granted()
      .takes('clerk', 'handOverCopy', { handedHow: 'inPerson', handedOn: '2026-03-02' })
      .isIn('toReply')
      .takes('clerk', 'reply', ANSWERED)
      .isIn('answered')
      .matter()
    expect(done.links).toMatchObject([{ type: 'concerns', reference: named.reference }])
    expect(done.documents?.map(({ document }) => document)).toEqual(['copy', 'reply'])
    expect(done.clocks.find(({ deadline }) => deadline === 'reply')?.state).toBe('met')
  })

  test('is owed an answer fifteen working days after it was received, and more time once', () => {
    const reply = (told: ReturnType<typeof asked>) => told.matter().clocks.find(({ deadline }) => deadline === 'reply')
    expect(reply(asked({ receivedOn: '2026-03-02' }))?.dueOn).toBe('2026-03-23')
    const more = { extendBy: 5, reason: '事项多，要逐件查', toldHow: 'phone' }
    const longer = asked({ receivedOn: '2026-03-02' }).takes('leader', 'extend', more)
    expect(reply(longer)?.dueOn).toBe('2026-03-30')
    longer.refuses('leader', 'extend', 'extension-refused', {}, more)
  })

  test('of deletion is either carried out or stored and not used; each says why', () => {
    const erased = granted({ category: 'deletion' }, { deletionWay: 'erase' })
      .refuses('clerk', 'erase', 'form-invalid', {}, {})
      .takes('clerk', 'erase', { carryReason: '已经办结，用完了' })
    expect(erased.isIn('toReply').events().at(-1)).toMatchObject({ orders: 'erase' })
    const kept = granted({ category: 'deletion' }, { deletionWay: 'restrict' })
      .refuses('clerk', 'erase', 'guard-refused', {}, { carryReason: '删掉' })
      .takes('clerk', 'restrict', { carryReason: '档案保存期没到' })
    expect(kept.events().at(-1)).toMatchObject({ orders: 'restrict' })
  })

  test.each([
    ['correction', 'recordCorrection'],
    ['explanation', 'explain'],
  ])('of %s is carried out by its own step', (category, step) => {
    granted({ category }).takes('clerk', step, { doneWhat: '改了联系电话一项' }).isIn('toReply')
    granted({ category: 'access' }).refuses('clerk', step, 'guard-refused', {}, { doneWhat: '改了' })
  })

  test('that consent is taken back stops later use', () => {
    granted({ category: 'withdrawal' }).takes('clerk', 'restrict', { carryReason: '撤回同意' }).isIn('toReply')
  })

  test('that is refused says the reason and that a court may be asked', () => {
    deciding()
      .refuses('leader', 'decide', 'form-invalid', {}, { decision: 'refused' })
      .takes('leader', 'decide', REFUSED)
      .isIn('toReply')
      .refuses('clerk', 'reply', 'guard-refused', {}, ANSWERED)
      .takes('clerk', 'replyRefusal', ANSWERED)
      .isIn('refused')
      .takes('clerk', 'objectAnswer', { complaint: '还是要查' })
      .takes('clerk', 'acceptAnswer')
  })

  test('is returned once more before it is decided, and stops when the person withdraws it', () => {
    deciding().takes('leader', 'returnProposal', { reason: '再问承办岗位' }).isIn('verified')
    deciding().takes('clerk', 'withdraw').isIn('withdrawn')
  })
})

describe('who asks', () => {
  test('is verified before anything is looked up, and nothing of a card is kept', () => {
    asked().refuses('clerk', 'propose', 'step-not-open', {}, PROPOSED)
    asked()
      .takes('clerk', 'verifyIdentity', { ...VERIFIED, verifiedSame: 'different' })
      .isIn('received')
    const { identity } = datarequestV1.forms
    expect(Object.values(identity?.fields ?? {}).map(({ kind }) => kind)).toEqual(['choice', 'choice', 'choice'])
    const stored = Object.values(datarequestV1.forms).flatMap(({ fields }) => Object.values(fields))
    expect(stored.filter(({ kind }) => kind === 'files')).toEqual([])
    expect(stored.filter((field) => personalOf(field) && !personalOf(field)?.vault)).toEqual([])
  })

  test('for somebody else shows the relation', () => {
    asked({ asker: 'relative' })
      .refuses('clerk', 'verifyIdentity', 'guard-refused', {}, VERIFIED)
      .takes('clerk', 'verifyIdentity', { ...VERIFIED, relationShown: 'shown' })
      .isIn('verified')
  })

  test('cannot be verified: a leader ends it with reason and remedies', () => {
    const ended = { ...ANSWERED, remedies: ['court', 'again'] }
    asked()
      .refuses('clerk', 'endUnverified', 'role-required', {}, ended)
      .takes('leader', 'endUnverified', ended)
      .isIn('unverified')
  })
})

describe('the desk is not misused', () => {
  test('a clerk who filed a request does not decide it, nor does who looked it up', () => {
    deciding().refuses('clerk', 'decide', 'role-required', {}, { decision: 'granted' })
    const both = {
      ...DIRECTORY,
      sights,
      posts: { ...DIRECTORY.posts, clerk: { ...DIRECTORY.posts['clerk'], roles: ['clerk', 'leader'] } },
    } as typeof rulebook.directory
    given(datarequestV1, 'clerk', ASKED, { rulebook: { ...rulebook, directory: both }, named: others })
      .takes('clerk', 'verifyIdentity', VERIFIED)
      .takes('triage', 'propose', PROPOSED)
      .refuses('clerk', 'decide', 'guard-refused', { guard: 'notRegisteredBy' }, { decision: 'granted' })
    given(datarequestV1, 'triage', ASKED, { rulebook: { ...rulebook, directory: both }, named: others })
      .takes('clerk', 'verifyIdentity', VERIFIED)
      .takes('clerk', 'propose', PROPOSED)
      .refuses('clerk', 'decide', 'guard-refused', { guard: 'notTheHandler' }, { decision: 'granted' })
  })

  test('a handler cannot make evidence go by a request: a leader decides, and the desk of another role carries it out', () => {
    const decided = granted({ category: 'deletion' }, { deletionWay: 'erase' })
    for (const post of ['handler', 'inspector', 'dongpu-clerk', 'dongpu-leader'])
      decided.refuses(
        post,
        'erase',
        post === 'dongpu-clerk' ? 'out-of-scope' : 'role-required',
        {},
        { carryReason: '删' },
      )
  })

  test('a deletion is not granted without saying which way', () => {
    deciding({ category: 'deletion' }).refuses('leader', 'decide', 'guard-refused', {}, { decision: 'granted' })
  })

  test('nothing is looked up but what the person named, and only in the sight of the desk', () => {
    verified().refuses('clerk', 'nameMatter', 'form-invalid', {}, { concernedReference: '张三' })
    verified().refuses('clerk', 'nameMatter', 'form-invalid', {}, { concernedReference: apart.reference })
  })

  test('nothing is handed over, corrected, deleted or restricted while no matter is linked', () => {
    const none = (form: FormValues, decision: FormValues = {}) =>
      verified(form)
        .takes('clerk', 'propose', PROPOSED)
        .takes('leader', 'decide', { decision: 'granted', ...decision })
    none({}).refuses('clerk', 'handOverCopy', 'guard-refused', {}, { handedHow: 'mail', handedOn: '2026-03-02' })
    none({ category: 'correction' }).refuses('clerk', 'recordCorrection', 'guard-refused', {}, { doneWhat: '改了' })
    none({ category: 'deletion' }, { deletionWay: 'erase' }).refuses(
      'clerk',
      'erase',
      'guard-refused',
      {},
      { carryReason: '删' },
    )
    none({ category: 'withdrawal' }).refuses('clerk', 'restrict', 'guard-refused', {}, { carryReason: '停' })
    verified().refuses('clerk', 'askKeepers', 'guard-refused', {}, { keepers: [{ post: 'handler', part: '查' }] })
  })
})

describe('who has the matter', () => {
  const ASK = { keepers: [{ post: 'dongpu-mediator', part: '登记了哪几项' }] }
  const told = () =>
    verified().takes('clerk', 'nameMatter', { concernedReference: named.reference }).takes('clerk', 'askKeepers', ASK)

  test('is asked for their part, and nothing is proposed before they answered', () => {
    told()
      .refuses('clerk', 'propose', 'guard-refused', {}, PROPOSED)
      .takes('dongpu-mediator', 'answerPart', { keptWhat: '电话一项', stillNeeded: 'over' })
      .takes('clerk', 'propose', PROPOSED)
    told().takes('dongpu-mediator', 'refusePart', { partRefusal: '不是本岗位的' }).takes('clerk', 'propose', PROPOSED)
  })

  test('sees the request, and not who asks', () => {
    const matter = told().matter()
    const actor = actorOf('dongpu-mediator', rulebook.directory)
    expect(maySee(actor, accessFacts(matter, rulebook.directory))).toBe(true)
    expect(mayOpenFields(actor, matter, rulebook.directory)).toBe(false)
    expect(mayOpenVault(actor, matter, rulebook.directory)).toBe(false)
  })

  test('is the only one beside the desk and the head of its unit who sees it', () => {
    const seers = (each: ReturnType<typeof asked>) =>
      POSTS.map(({ id }) => id).filter((id) => maySee(actorOf(id), accessFacts(each.matter(), rulebook.directory)))
    expect(seers(asked())).toEqual(['clerk', 'triage', 'leader'])
    expect(seers(told())).toEqual(['clerk', 'triage', 'leader', 'dongpu-mediator'])
  })
})
