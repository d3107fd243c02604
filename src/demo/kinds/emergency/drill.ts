import { addDays, type Day } from '../../../domain/time/time.ts'
import type { Story, StoryStep } from '../../story.ts'
import { DRILL_TEXTS, type DrillText } from '../../wording/drill-texts.ts'
import { type DemoKind, move, type Path } from '../kind.ts'
import { plainStory } from '../story-parts.ts'

const path: Path = {
  moves: {
    planned: [move('arrange', 1, [5, 20])],
    toApprove: [move('approve', 1, [1, 3])],
    approved: [move('writeScript', 1, [3, 8])],
    scripted: [move('start', 1, [3, 10])],
    playing: [move('end', 1, [0, 0], { given: () => ({ stopped: 'stopped', stopReason: '真有警情，转入处置' }) })],
    held: [move('assess', 1, [2, 8])],
    assessed: [move('assignIssues', 1, [1, 3])],
    issuesAssigned: [
      move('recordRevision', 1, [10, 30], { when: ({ fields }) => fields['planFlaw'] === 'revise' }),
      move('close', 1, [1, 5], { when: ({ fields }) => fields['planFlaw'] === 'keep' }),
    ],
    planRevised: [move('close', 1, [1, 5])],
  },
  asides: [],
}

/** The steps of a drill up to where its story has come. */
function stepsOf({ form, notice, scope, scenario, sceneAt, injects, players, gap, told }: DrillText): StoryStep[] {
  const rows = injects.map(([minute, inject, to, expected], index) => ({
    no: `${index + 1}`,
    minute,
    inject,
    to,
    expected,
  }))
  const parts = players.map(([unit, part, people]) => ({ unit, part, people }))
  const all: StoryStep[] = [
    {
      step: 'arrange',
      days: 8,
      given: { category: form, notice, scope, safeguards: '有真实险情、有人受伤立即停止，全部转入真实处置。' },
    },
    { step: 'approve', days: 2 },
    {
      step: 'writeScript',
      days: 4,
      given: { scenario, sceneAt, injects: rows, plannedPeople: parts.reduce((sum, { people }) => sum + people, 0) },
    },
    { step: 'start', days: 6, given: { players: parts, injects: rows } },
    ...rows.map((_, index): StoryStep => ({ step: 'give', days: 0, given: { inject: `injects.${index}` } })),
    { step: 'end', days: 0, given: { people: parts.reduce((sum, { people }) => sum + people, 0), stopped: 'whole' } },
    { step: 'assess', days: 3, given: { conclusion: '指挥和报告顺畅，现场配合慢了；物资找得到，有的过期。' } },
    ...(gap
      ? [
          {
            step: 'assignIssues',
            days: 2,
            given: {
              planFlaw: 'keep',
              gaps: gap.map(([title, cause, measure, unit, due]) => ({ title, cause, measure, unit, dueOn: due })),
            },
          },
          { step: 'close', days: 40 },
        ]
      : [{ step: 'closeWithoutGaps', days: 2 }]),
  ]
  return all.slice(0, all.findIndex(({ step }) => step === told) + 1)
}

const storyOf = (drill: DrillText, today: Day): Story => ({
  procedure: 'drill',
  workingDaysAgo: drill.workingDaysAgo,
  channel: 'other',
  postId: drill.postId,
  villageId: drill.villageId,
  place: drill.place,
  handlingUnit: drill.unitId,
  form: {
    title: drill.title,
    category: drill.form,
    dueOn: addDays(today, drill.dueIn),
    purpose: '按预案演一遍，看指挥、队伍、物资对不对得上。',
    unit: drill.unitId,
  },
  words: {},
  steps: stepsOf(drill),
})

/** Drills of the demo county: a plan for the year, told one by one. */
export const drillKind: DemoKind = {
  ...path,
  rate: 0,
  offRate: 0,
  begin: (_, dice) => plainStory([], dice, {}),
  door: ({ townshipId }) => ({ channel: 'other', postId: `${townshipId}-clerk` }),
  stories: (today) => DRILL_TEXTS(today).map((drill) => storyOf(drill, today)),
}
