import { addDays, type Day } from '../../../domain/time/time.ts'
import { TOWNSHIPS } from '../../county/units.ts'
import type { Story } from '../../story.ts'
import { type DemoKind, move, type Path, toldOnly } from '../kind.ts'
import { plainStory } from '../story-parts.ts'

const path: Path = {
  moves: {
    draft: [
      move('propose', 1, [2, 6], {
        given: ({ title }) => ({ category: 'none', placeTypes: ['smallFlammables'], findingItem: title }),
      }),
    ],
    proposed: [move('adopt', 1, [2, 5])],
    checking: [move('apply', 1, [1, 3])],
  },
  asides: [],
}

const CHECKLIST = '九小场所消防安全检查表'
const FLUE = '烟道油污'

const told = (workingDaysAgo: number, title: string, lesson: string, steps: Story['steps']): Story => ({
  procedure: 'lesson',
  workingDaysAgo,
  channel: 'other',
  postId: 'reviewer',
  villageId: 'yuhua',
  place: '',
  handlingUnit: 'qinglan',
  form: { title, lesson, origin: 'incident', unit: 'qinglan' },
  steps,
})

/** A lesson that was applied everywhere, and whose problem was found again in one township. */
const flue = (today: Day): Story =>
  told(140, '小餐饮烟道油污没有列入检查', '一家小餐饮烟道起火，三年没有清洗；检查表里没有这一项，检查时没有人看。', [
    {
      step: 'propose',
      days: 2,
      given: {
        category: 'checklist',
        checklist: CHECKLIST,
        checklistRows: [
          {
            act: 'add',
            no: '12',
            item: FLUE,
            demand: '每季度清洗一次，有记录，油污不滴挂',
            points: 10,
            places: ['smallRestaurant'],
          },
        ],
        placeTypes: ['smallRestaurant'],
        findingCategory: 'fire',
        findingItem: FLUE,
        checkBy: addDays(today, -160),
      },
    },
    { step: 'adopt', days: 3, given: { decision: '应当查，按建议加一项。' } },
    { step: 'apply', days: 2, given: { conclusion: '新版检查表已用，各镇街都查了一遍。' } },
  ])

/** The same problem, found in a village before and after. */
const found = (workingDaysAgo: number, township: number): Story => {
  const { id = '', villages = [] } = TOWNSHIPS[township] ?? {}
  const [villageId = '', village = ''] = villages[1] ?? []
  const place = `${village.replace(/(村|社区)$/, '')}聚源酒楼`
  return {
    procedure: 'hazard',
    workingDaysAgo,
    channel: 'inspection',
    postId: `${id}-mediator`,
    villageId,
    place,
    handlingUnit: id,
    form: {
      title: FLUE,
      category: 'fire',
      description: '烟道内壁油污厚，多月没有清洗记录。',
      placeName: place,
      placeType: 'smallRestaurant',
      source: 'daily',
    },
    steps: [],
  }
}

const deciding = (today: Day): Story =>
  told(9, '燃气软管更换没有查到年限', '软管老化泄漏，检查只看有没有，不看用了几年。', [
    {
      step: 'propose',
      days: 3,
      given: {
        category: 'checklist',
        checklist: CHECKLIST,
        checklistRows: [{ act: 'change', no: '7', demand: '软管用满18个月更换，不超过2米，装有熄火保护和报警装置' }],
        placeTypes: ['smallRestaurant', 'smallInn'],
        findingCategory: 'gas',
        findingItem: '用气',
        checkBy: addDays(today, 30),
      },
    },
  ])

const checking = (today: Day): Story =>
  told(14, '托育点午睡时段没有人看住出口', '午睡时出口反锁，演练时三分钟打不开。', [
    {
      step: 'propose',
      days: 2,
      given: {
        category: 'none',
        placeTypes: ['smallSchool'],
        findingCategory: 'fire',
        findingItem: '疏散通道、安全出口',
        checkBy: addDays(today, 12),
      },
    },
    { step: 'adopt', days: 3, given: { decision: '不用改检查表，各镇街都去看一遍。' } },
  ])

/** Lessons of the demo county: those that reviews draw, and three that are told: come back, in decision, being checked. */
export const lessonKind: DemoKind = {
  ...path,
  rate: 0,
  offRate: 0,
  begin: (_, dice) => plainStory([], dice, {}),
  door: () => ({ channel: 'other', postId: 'reviewer' }),
  stories: (today) => [flue(today), deciding(today), checking(today), found(190, 0), found(172, 1), found(38, 0)],
}

/** What units answer to a lesson. */
export const selfcheckKind: DemoKind = {
  ...toldOnly(
    {
      asked: [move('answer', 4, [4, 12], { given: () => ({ result: 'notHere' }) }), move('foundToo', 1, [4, 10])],
      correcting: [move('reportCorrected', 1, [3, 8])],
      answered: [move('confirm', 1, [1, 3])],
    },
    () => [],
  ),
}

const link = (from: string, to: string, chance: number, grounds: string, basis = '') => ({
  from,
  to,
  chance,
  grounds,
  ...(basis ? { basis } : {}),
})

/** A risk graph of the small places of the county. */
export const riskgraphKind: DemoKind = toldOnly({ draft: [move('publish', 1, [1, 4])] }, () => [
  {
    procedure: 'riskgraph',
    workingDaysAgo: 60,
    channel: 'other',
    postId: 'clerk',
    villageId: 'yuhua',
    place: '',
    handlingUnit: 'qinglan',
    form: {
      name: '九小场所火灾',
      category: 'fire',
      links: [
        link('烟道油污', '厨房起火', 8, 'panel', '消防、市监、镇街三个岗位一起估'),
        link('软管老化', '燃气泄漏', 6, 'panel'),
        link('燃气泄漏', '厨房起火', 25, 'published', '公开事故通报'),
        link('电动自行车进店', '店内起火', 5, 'counted', '去年查出的隐患里数的'),
        link('厨房起火', '店内起火', 45, 'panel'),
        link('店内起火', '人员被困', 30, 'panel'),
        link('住人没有分隔', '人员被困', 12, 'counted'),
        link('出口锁闭', '人员被困', 10, 'counted'),
        link('人员被困', '人员伤亡', 40, 'published', '公开事故通报'),
        link('店内起火', '殃及楼上', 20, 'panel'),
        link('殃及楼上', '人员伤亡', 25, 'panel'),
      ],
      nodes: [
        { node: '人员伤亡', weight: 20 },
        { node: '人员被困', weight: 4 },
        { node: '殃及楼上', weight: 3 },
      ],
    },
    steps: [{ step: 'publish', days: 2 }],
  },
])
