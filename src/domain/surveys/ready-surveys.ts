import { type Text, text } from '../wording/text.ts'
import type { Option, Question, SurveyKind } from './survey.ts'

const FIVE = (low: Text, lower: Text, middle: Text, higher: Text, high: Text): Option[] =>
  [low, lower, middle, higher, high].map((words, at) => ({
    id: `${at + 1}`,
    text: words,
    ...(at >= 3 ? { favourable: true as const } : {}),
  }))

const SAFE = FIVE(
  text('很不安全', 'Very unsafe'),
  text('不太安全', 'Rather unsafe'),
  text('一般', 'In between'),
  text('比较安全', 'Rather safe'),
  text('很安全', 'Very safe'),
)
const CONTENT = FIVE(
  text('很不满意', 'Very dissatisfied'),
  text('不太满意', 'Rather dissatisfied'),
  text('一般', 'In between'),
  text('比较满意', 'Rather satisfied'),
  text('很满意', 'Very satisfied'),
)
const YES_NO: Option[] = [
  { id: 'yes', text: text('知道', 'Yes'), favourable: true },
  { id: 'no', text: text('不知道', 'No') },
]

const scale = (id: string, zh: string, en: string, options: readonly Option[]): Question => ({
  id,
  type: 'scale',
  text: text(zh, en),
  options,
})
const known = (id: string, zh: string, en: string): Question => ({
  id,
  type: 'yesNo',
  text: text(zh, en),
  options: YES_NO,
})

/** Questions to begin with; each may be changed. They ask of places and services, never of persons. */
export const READY_QUESTIONS: Readonly<Record<SurveyKind, readonly Question[]>> = {
  safety: [
    scale('q1', '总的来说，您觉得住的地方安全吗？', 'All in all, how safe do you feel where you live?', SAFE),
    scale(
      'q2',
      '天黑以后一个人在附近走，您觉得安全吗？',
      'Walking nearby alone after dark, how safe do you feel?',
      SAFE,
    ),
    {
      id: 'q3',
      type: 'multiple',
      text: text('您觉得附近哪些事最要先解决？（可多选）', 'What nearby should be seen to first? (several)'),
      options: [
        { id: 'traffic', text: text('交通', 'Traffic') },
        { id: 'fire', text: text('消防通道、用电', 'Fire lanes, wiring') },
        { id: 'light', text: text('路灯、监控坏了', 'Broken lamps and cameras') },
        { id: 'quarrels', text: text('邻里、物业纠纷', 'Disputes with neighbours or management') },
        { id: 'fraud', text: text('诈骗', 'Fraud') },
        { id: 'none', text: text('没有', 'Nothing') },
      ],
    },
  ],
  satisfaction: [
    scale('q1', '您对本地平安建设总体满意吗？', 'How satisfied are you with public safety work here?', CONTENT),
    scale(
      'q2',
      '反映的问题，办得让您满意吗？',
      'How satisfied are you with how reported problems are handled?',
      CONTENT,
    ),
    scale('q3', '遇到纠纷，调解帮得上忙吗？您满意吗？', 'How satisfied are you with the help of mediation?', CONTENT),
  ],
  awareness: [
    known('q1', '您知道遇到矛盾可以找综治中心吗？', 'Do you know that the governance centre helps with disputes?'),
    known('q2', '您知道发现隐患可以到哪里反映吗？', 'Do you know where to report a hazard?'),
    known('q3', '您知道调解自愿、不收费吗？', 'Do you know that mediation is voluntary and free?'),
  ],
  other: [],
}
