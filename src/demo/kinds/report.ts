import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day, dayOf } from '../../domain/time/time.ts'
import type { Dice } from '../dice.ts'
import type { Facts } from '../facts.ts'
import { isReopened } from '../habits.ts'
import { REPORT_THEMES, type Theme } from '../wording/report-titles.ts'
import { aside, type Beginning, type DemoKind, monthOf, move, type Path, PUBLIC, runs } from './kind.ts'
import { reportStories } from './stories/report-stories.ts'
import { common, placeFor, seasonal, titled } from './story-parts.ts'

function reportStory(theme: Theme, day: Day, dice: Dice): Beginning {
  const place = placeFor(theme.spot, dice)
  const isConduct = theme.category === 'conduct'
  const handlingUnit = theme.unit ?? place.townshipId
  const contact = dice.chance(0.5)
    ? {
        contactName: dice.pick(['张示例', '刘样本', '何某某', '林女士']),
        contactPhone: `000-0000-${1000 + dice.between(0, 8999)}`,
        wantsReply: 'phone',
      }
    : { wantsReply: 'code' }
  return {
    form: {
      title: titled(theme.title, place),
      category: theme.category,
      description: theme.about,
      place: place.spot,
      placeUnit: place.villageId,
      happenedOn: addDays(day, -dice.between(0, 3)),
      ...contact,
      ...(isConduct ? { aboutUnit: place.villageId } : {}),
    },
    facts: {
      ...common(place, theme.about, dice),
      category: theme.category,
      handlingUnit: isConduct ? place.townshipId : handlingUnit,
      tier: 'county',
      ...(theme.to && dice.chance(0.6) ? { route: routeOf(theme.to, handlingUnit, day, dice) } : {}),
    },
  }
}

function routeOf({ route, category }: NonNullable<Theme['to']>, toUnit: string, day: Day, dice: Dice): FormValues {
  const field = { hazard: 'hazardCategory', dispute: 'disputeCategory', risk: 'riskDimension', task: 'taskSource' }[
    route
  ]
  return {
    route,
    toUnit,
    [field]: category,
    ...(route === 'task' ? { taskDueOn: addDays(day, dice.between(10, 30)) } : {}),
  }
}

const path: Path = {
  moves: {
    received: [
      move('accept', 88, [0, 1], {
        when: (_, facts) => facts.category !== 'crime',
        given: (_, facts) => ({ difficulty: difficultyOf(facts) }),
      }),
      move('decline', 3, [0, 2], { when: (_, facts) => !facts.mergeInto, given: () => ({ toldHow: 'code' }) }),
      // Whoever does not see the earlier one takes it as a report of its own.
      move('merge', 10_000, [0, 1], {
        when: (_, facts) => facts.mergeInto !== undefined,
        given: (_, facts) => ({ mergedInto: facts.mergeInto?.reference ?? '' }),
      }),
      move('transfer', 100, [0, 0], {
        when: (_, facts) => facts.category === 'crime',
        given: () => ({ organKind: 'police', organ: '清澜县公安局', route: 'duty', toldHow: 'code' }),
      }),
    ],
    // Told by itself when the joint one is answered; the demo has each report live by itself.
    merged: [move('answerMerged', 1, [3, 15])],
    accepted: [
      move('triage', 1000, [0, 1], {
        when: (_, facts) => facts.route !== undefined,
        given: (_, facts) => ({ ...facts.route }),
      }),
      move('assign', 40, [0, 1], { given: (_, facts) => ({ unit: facts.handlingUnit }) }),
      move('answer', 8, [0, 2]),
    ],
    assigned: [move('takeOver', 92, [0, 1]), move('returnOrder', 8, [1, 3])],
    returned: [
      move('uphold', 50, [1, 2]),
      move('assign', 50, [1, 2], { given: (_, facts) => ({ unit: facts.townshipId }) }),
    ],
    inHandling: [move('answer', 1, [0, 4], { given: () => ({ opinion: 'solved' }) })],
    unsigned: [move('takeOver', 1, [0, 2])],
    tracked: [move('feedBack', 1, [1, 2], { given: () => ({ opinion: 'solved' }) })],
    interimAnswered: [move('feedBack', 1, [1, 2], { given: () => ({ opinion: 'solved' }) })],
    transferring: [move('recordReceipt', 1, [2, 6])],
    answered: [
      move('callBack', 60, [1, 4], {
        given: (_, { dice }) =>
          dice.chance(0.92)
            ? { settled: 'yes', satisfaction: dice.pick(['satisfied', 'satisfied', 'basic']) }
            : { settled: 'no', satisfaction: 'dissatisfied', found: '说还没有弄好，要再来看。' },
      }),
      move('rateSatisfied', 25, [0, 3]),
      move('rateDissatisfied', 4, [0, 3]),
      move('closeUnrated', 11, [5, 7]),
    ],
    redoing: [move('answer', 1, [1, 4], { given: () => ({ opinion: 'solved' }) })],
    raisedUp: [
      move('answerUp', 80, [1, 4], { given: () => ({ opinion: 'explain' }) }),
      move('tellRemedies', 20, [2, 4]),
    ],
    closed: [move('reopen', 1, [2, 8], { when: isReopened })],
    toRemedy: [move('tellRemedies', 1, [1, 3])],
  },
  asides: [
    aside('tell', ['accepted', 'assigned', 'inHandling', 'tracked'], 0.8, [0, 4], {
      when: (matter) => runs(matter, 'tell') || runs(matter, 'tellByUnit'),
    }),
    aside('recordProgress', ['inHandling'], 0.25, [1, 3]),
    aside('interimReply', ['tracked'], 0.92, [4, 9], {
      given: (matter) => ({ nextReplyOn: addDays(dayOf(matter.stateSince), 60) }),
    }),
  ],
}

/** How much time an answer will need; what becomes a matter of its own needs the most. */
const difficultyOf = ({ dice, route }: Facts) =>
  route ? 'complex' : dice.pick(['ordinary', 'ordinary', 'ordinary', 'complex'])

/** Reports of the demo county. */
export const reportKind: DemoKind = {
  ...path,
  rate: 1.95,
  offRate: 0.55,
  begin: (day, dice) => reportStory(seasonal(REPORT_THEMES, monthOf(day), dice), day, dice),
  door: ({ townshipId }, dice) =>
    dice.weighted([
      { weight: 35, ...PUBLIC },
      { weight: 25, channel: 'phone' as const, postId: 'clerk' },
      { weight: 25, channel: 'window' as const, postId: `${townshipId}-clerk` },
      { weight: 8, channel: 'letter' as const, postId: 'clerk-2' },
      { weight: 7, channel: 'inspection' as const, postId: `${townshipId}-mediator` },
    ]),
  stories: () => reportStories,
}
