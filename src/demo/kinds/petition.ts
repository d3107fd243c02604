import { addDays, type Day } from '../../domain/time/time.ts'
import type { Dice } from '../dice.ts'
import { PETITION_THEMES } from '../wording/petition-titles.ts'
import { aside, type Beginning, type DemoKind, move, type Path, runs } from './kind.ts'
import { common, placeFor, titled } from './story-parts.ts'

/** Routes on which the office itself answers. */
const HANDLED = ['petition', 'duty', 'study', 'verify']

function petitionStory(day: Day, dice: Dice): Beginning {
  const theme = dice.weighted(PETITION_THEMES)
  const place = placeFor(theme.spot, dice)
  return {
    form: {
      title: titled(theme.title, place),
      category: theme.category,
      description: theme.about,
      receivedOn: addDays(day, -dice.between(0, 2)),
      place: place.spot,
      placeUnit: place.villageId,
      contactName: dice.pick(['张示例', '刘样本', '何某某', '林女士']),
      contactAddress: `${place.spot}（示例地址）`,
      contactPhone: `000-0000-${1000 + dice.between(0, 8999)}`,
    },
    facts: {
      ...common(place, theme.about, dice),
      category: theme.category,
      handlingUnit: theme.unit ?? place.townshipId,
      tier: 'county',
      route: { route: theme.route, earlier: dice.chance(0.05) ? 'concluded' : 'none' },
    },
  }
}

const isHandled = (route: unknown) => HANDLED.includes(String(route))
const isRaisedAgain = (earlier: unknown) => earlier !== 'none'

const path: Path = {
  moves: {
    received: [
      move('register', 1, [0, 2], {
        given: (_, { route, dice }) => ({
          earlier: route?.['earlier'] ?? 'none',
          joint: 'no',
          peopleCount: dice.pick([1, 1, 1, 2, 3]),
        }),
      }),
    ],
    registered: [move('classify', 1, [0, 2], { given: (_, { route }) => ({ route: route?.['route'] ?? 'petition' }) })],
    classified: [
      move('refuseAgain', 1000, [1, 3], {
        when: ({ fields }) => isRaisedAgain(fields['earlier']),
        given: () => ({ earlierReference: '原登记号见附件', toldHow: 'mail' }),
      }),
      move('informRoute', 100, [1, 3], {
        when: ({ fields }) => !isHandled(fields['route']) && !isRaisedAgain(fields['earlier']),
        given: (_, { dice }) => ({ toldHow: dice.pick(['writing', 'mail']), organ: '清澜县人民法院' }),
      }),
      ...(['assign', 'forward'] as const).map((step) =>
        move(step, step === 'assign' ? 70 : 30, [0, 2], {
          when: ({ fields }) => isHandled(fields['route']) && !isRaisedAgain(fields['earlier']),
          given: (_, { handlingUnit }) => ({ unit: handlingUnit }),
        }),
      ),
    ],
    forwarded: [move('signFor', 95, [0, 2]), move('object', 5, [1, 3])],
    assigned: [move('signFor', 92, [0, 2]), move('object', 8, [1, 3])],
    unsigned: [move('signFor', 1, [0, 2])],
    objected: [move('keepOrder', 1, [1, 2])],
    signedFor: [move('accept', 1, [0, 3])],
    accepted: [move('nameHandler', 1, [0, 1], { given: () => ({ interestAsked: 'none' }) })],
    investigating: [
      move('draftOpinion', 88, [8, 28], {
        given: (_, { dice }) => ({ opinion: dice.pick(['support', 'explain', 'explain', 'notSupport']) }),
      }),
      move('askExtension', 12, [25, 32], {
        when: ({ fields }) => fields['route'] === 'petition' && fields['askedDays'] === undefined,
        given: () => ({ askedDays: 20 }),
      }),
    ],
    extensionAsked: [move('grantExtension', 1, [0, 1], { given: () => ({ extendBy: 20 }) })],
    redrafting: [move('draftOpinion', 1, [1, 4])],
    opinionDrafted: [move('issueOpinion', 92, [1, 3]), move('returnDraft', 8, [1, 2])],
    opinionIssued: [move('serveOpinion', 1, [1, 3], { given: () => ({ servedHow: 'direct' }) })],
    opinionServed: [
      move('acceptOpinion', 40, [2, 12], { given: () => ({ satisfaction: 'satisfied' }) }),
      move('requestReview', 12, [5, 15], { given: () => ({ satisfaction: 'dissatisfied' }) }),
      // After the time to ask is over; the opinion is final then.
      move('recordRating', 48, [26, 34], { when: ({ fields }) => fields['opinion'] !== 'support' }),
    ],
    reviewRequested: [move('takeUpReview', 1, [0, 3], { given: () => ({ verifier: 'reviewer' }) })],
    reviewing: [move('decideReview', 1, [8, 18], { given: () => ({ reviewOpinion: 'uphold' }) })],
    reviewed: [move('serveReview', 1, [1, 3])],
    reviewServed: [move('acceptOpinion', 1, [3, 12], { given: () => ({ satisfaction: 'basic' }) })],
    executing: [move('reportExecution', 1, [3, 12])],
    executed: [move('confirmExecution', 1, [1, 4])],
  },
  asides: [
    aside('tellAccepted', ['accepted', 'investigating'], 0.96, [0, 1], {
      when: (matter) => runs(matter, 'tell') || runs(matter, 'tellByUnit'),
      given: () => ({ toldHow: 'writing' }),
    }),
    aside('reportBack', ['opinionServed'], 0.9, [0, 2], { when: (matter) => runs(matter, 'reportBack') }),
    aside('recordProgress', ['investigating'], 0.3, [3, 8]),
  ],
}

/** Petitions of the demo county. */
export const petitionKind: DemoKind = {
  ...path,
  rate: 0.22,
  offRate: 0,
  begin: petitionStory,
  door: ({ townshipId }, dice) =>
    dice.weighted([
      { weight: 40, channel: 'letter' as const, postId: 'petitions-handler' },
      { weight: 35, channel: 'window' as const, postId: 'petitions-handler' },
      { weight: 15, channel: 'upper' as const, postId: 'triage' },
      { weight: 10, channel: 'window' as const, postId: `${townshipId}-clerk` },
    ]),
  stories: () => [
    {
      procedure: 'petition',
      workingDaysAgo: 3,
      channel: 'letter',
      postId: 'clerk',
      villageId: 'yuhua',
      place: '雨花小区',
      handlingUnit: 'housing',
      form: {
        title: '雨花小区请求公开电梯维修资金使用情况',
        category: 'housing',
        description: '去年更换两部电梯，使用了维修资金，没有公示。请求查清金额并公开。',
      },
      steps: [
        { step: 'register', days: 0, given: { peopleCount: 12, joint: 'yes', representatives: 3, earlier: 'none' } },
        { step: 'classify', days: 1, given: { route: 'petition' } },
      ],
    },
    {
      procedure: 'petition',
      workingDaysAgo: 24,
      channel: 'window',
      postId: 'triage',
      villageId: 'dongpu-cun',
      place: '东浦村',
      handlingUnit: 'dongpu',
      form: {
        title: '东浦村请求核定临时用地补偿',
        category: 'expropriation',
        description: '修路临时占用两亩，复垦后有一段没有恢复。请求核定面积并补偿。',
      },
      steps: [
        { step: 'register', days: 0, given: { peopleCount: 1, joint: 'no', earlier: 'none' } },
        { step: 'classify', days: 1, given: { route: 'petition' } },
        { step: 'assign', days: 1, given: { unit: 'dongpu' } },
        { step: 'signFor', days: 1 },
        { step: 'accept', days: 1 },
        { step: 'tellAccepted', days: 1, given: { toldHow: 'writing' } },
        { step: 'nameHandler', days: 0, given: { owner: 'dongpu-mediator', interestAsked: 'none' } },
        { step: 'draftOpinion', days: 15, given: { opinion: 'support' } },
      ],
    },
  ],
}
