import type { FormValues } from '../../domain/procedure/form.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import { TOWNSHIPS } from '../county/units.ts'
import type { Dice } from '../dice.ts'
import type { Facts } from '../facts.ts'
import { HAZARD_THEMES } from '../wording/hazard-titles.ts'
import { DISPUTE_THEMES, type PlainTheme, REVIEW_THEMES, RISK_THEMES, TASK_THEMES } from '../wording/other-titles.ts'
import { SPOTS, type SpotKind } from '../wording/places.ts'
import { REPORT_THEMES, type Theme } from '../wording/report-titles.ts'

type Story = { readonly form: FormValues; readonly facts: Facts }

/** What a matter of this kind is about, by the month in which it begins. */
export function openingOf(procedure: string, month: number, day: Day, dice: Dice): Story {
  switch (procedure) {
    case 'report':
      return reportStory(seasonal(REPORT_THEMES, month, dice), day, dice)
    case 'hazard':
      return hazardStory(day, dice)
    case 'dispute':
      return disputeStory(seasonal(DISPUTE_THEMES, month, dice), day, dice)
    case 'risk':
      return plainStory(RISK_THEMES, dice, {
        foundOn: day,
        visibility: dice.pick(['known', 'latent']),
        origin: 'primary',
        pattern: 'traditional',
        existingControls: '每周巡查一次，有值班。',
      })
    case 'task':
      return taskStory(day, dice)
    case 'rectification':
      return rectificationStory(day, dice)
    default:
      return plainStory(REVIEW_THEMES, dice, { eventOn: addDays(day, -dice.between(3, 20)) }, 'county')
  }
}

/** Twice as likely in its busy months. */
function seasonal<T extends { readonly weight: number; readonly busy?: readonly number[] }>(
  themes: readonly T[],
  month: number,
  dice: Dice,
): T {
  return dice.weighted(
    themes.map((theme) => ({
      theme,
      weight: theme.busy ? (theme.busy.includes(month) ? theme.weight * 2.5 : theme.weight * 0.5) : theme.weight,
    })),
  ).theme
}

type Place = { readonly townshipId: string; readonly villageId: string; readonly spot: string }

function placeFor(kind: SpotKind, dice: Dice): Place {
  const township = dice.pick(TOWNSHIPS)
  const [villageId, village] = dice.pick(township.villages)
  const spot = dice.pick(SPOTS[kind]).replace('{v}', village.replace(/(村|社区)$/, ''))
  return { townshipId: township.id, villageId, spot }
}

/** Most go their way; some are slow, a few very slow: these become overdue. */
const paceFor = (dice: Dice) =>
  dice.weighted([
    { pace: 1, weight: 84 },
    { pace: 1.7, weight: 10 },
    { pace: 4, weight: 5 },
    { pace: 10, weight: 1 },
  ]).pace

const titled = (title: string, { spot }: Place) => title.replace('{s}', spot)

function reportStory(theme: Theme, day: Day, dice: Dice): Story {
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

function hazardStory(day: Day, dice: Dice): Story {
  const theme = dice.weighted(HAZARD_THEMES)
  const place = placeFor(theme.spot, dice)
  const handlingUnit = theme.unit ?? place.townshipId
  return {
    form: {
      title: titled(theme.title, place),
      category: theme.category,
      description: theme.about,
      place: place.spot,
      placeUnit: place.villageId,
      placeName: place.spot,
      placeType: theme.placeType,
      foundOn: day,
      source: dice.pick(['daily', 'daily', 'special', 'cross', 'tipOff']),
      unit: handlingUnit,
    },
    facts: {
      ...common(place, theme.about, dice),
      category: theme.category,
      level: theme.level,
      handlingUnit,
      tier: theme.unit ? 'department' : 'township',
      words: { placeName: place.spot, measure: theme.measure, law: theme.law },
    },
  }
}

function disputeStory(theme: PlainTheme, day: Day, dice: Dice): Story {
  const story = plainStory([theme], dice, {
    difficulty: dice.pick(['simple', 'simple', 'ordinary', 'complex']),
    foundOn: day,
    source: dice.pick(['applied', 'applied', 'offered']),
    peopleCount: dice.between(2, 12),
    enterpriseRelated: ['labour', 'contract', 'property'].includes(theme.category) ? 'yes' : 'no',
    partyA: dice.pick(['甲方（示例）', '张样本', '某村民小组', '某物业公司']),
    partyB: dice.pick(['乙方（示例）', '李假名', '某商户', '某施工队']),
    level: dice.pick(['general', 'general', 'low', 'serious']),
  })
  return story
}

function taskStory(day: Day, dice: Dice): Story {
  const story = plainStory(
    TASK_THEMES,
    dice,
    { sourceOn: day, dueOn: addDays(day, dice.between(10, 40)), supervisor: 'leader' },
    'county',
  )
  const unit = dice.pick([story.facts.townshipId, 'housing', 'market', 'labour', 'water', 'fire'])
  return { ...story, facts: { ...story.facts, handlingUnit: unit } }
}

function rectificationStory(day: Day, dice: Dice): Story {
  const unit = dice.pick(['housing', 'market', 'fire', 'labour', 'transport', ...TOWNSHIPS.map(({ id }) => id)])
  const titles = [
    '巡查记录不连续',
    '应急物资账物不符',
    '台账更新不及时',
    '值班电话有三部打不通',
    '消防通道标识缺失',
    '限时办结有五件逾期',
    '回访记录不完整',
  ]
  const story = plainStory(
    [
      {
        category: dice.pick(['inspectionTour', 'audit', 'oversight', 'caseReview']),
        spot: 'public',
        title: dice.pick(titles),
        about: '反馈清单所列问题，详见附件。',
        weight: 1,
      },
    ],
    dice,
    {
      measure: '逐项补齐，落实到岗位，按月自查。',
      cause: '职责没有落实到岗位。',
      feedbackOn: day,
      dueOn: addDays(day, dice.between(20, 60)),
      unit,
    },
  )
  return { ...story, facts: { ...story.facts, handlingUnit: unit } }
}

function plainStory(
  themes: readonly PlainTheme[],
  dice: Dice,
  more: FormValues,
  tier: Facts['tier'] = 'township',
): Story {
  const theme = dice.weighted(themes)
  const place = placeFor(theme.spot, dice)
  return {
    form: {
      title: titled(theme.title, place),
      category: theme.category,
      description: theme.about,
      place: place.spot,
      placeUnit: place.villageId,
      ...more,
    },
    facts: { ...common(place, theme.about, dice), category: theme.category, handlingUnit: place.townshipId, tier },
  }
}

const common = (place: Place, about: string, dice: Dice) => ({
  dice,
  townshipId: place.townshipId,
  pace: paceFor(dice),
  words: { placeName: place.spot, measure: '按要求整改。', law: '《安全生产法》第四十一条', about },
})
