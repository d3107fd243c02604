import { TOWNSHIPS } from '../county/units.ts'
import type { Story } from '../story.ts'
import { move, toldOnly } from './kind.ts'

const APPROVED = [{ step: 'publish', days: 3 }]

/** What each township answers for; the posts that do are its own. */
const townshipLists = TOWNSHIPS.map(
  ({ id, zh, villages }): Story => ({
    procedure: 'responsibility',
    workingDaysAgo: 200,
    channel: 'other',
    postId: `${id}-clerk`,
    unitId: id,
    villageId: villages[0]?.[0] ?? id,
    place: zh,
    handlingUnit: id,
    form: {
      name: `${zh}平安建设责任清单`,
      category: 'disputes',
      unit: id,
      basis: '清澜县平安建设责任制（示例文件）',
      leaderPost: `${id}-leader`,
      duties: [
        { duty: '隐患排查整改', matterKind: 'hazard', post: `${id}-mediator`, rhythm: '每周' },
        { duty: '矛盾纠纷调解', matterKind: 'dispute', post: `${id}-mediator`, rhythm: '每半月排查一次' },
        { duty: '群众诉求办理', matterKind: 'report', post: `${id}-clerk`, rhythm: '随到随办' },
        { duty: '值班和信息报送', rhythm: '24小时' },
      ],
    },
    steps: APPROVED,
  }),
)

const safetyList: Story = {
  procedure: 'responsibility',
  workingDaysAgo: 190,
  channel: 'other',
  postId: 'leader-2',
  unitId: 'safety',
  villageId: 'chengguan',
  place: '县应急管理局',
  handlingUnit: 'safety',
  form: {
    name: '县应急管理局安全生产责任清单',
    category: 'safety',
    unit: 'safety',
    basis: '清澜县安全生产职责规定（示例文件）',
    leaderPost: 'safety-leader',
    duties: [
      { duty: '重大隐患挂牌督办', matterKind: 'hazard', post: 'inspector', rhythm: '每月' },
      { duty: '隐患复查', matterKind: 'hazard', post: 'safety-verifier', rhythm: '到期后三个工作日内' },
      { duty: '督查反馈问题整改', matterKind: 'rectification', post: 'safety-handler', rhythm: '按期' },
    ],
  },
  steps: APPROVED,
}

/** A list for each township and one for the department that most hazards lie with. */
export const responsibilityKind = toldOnly({ draft: [move('publish', 1, [1, 4])] }, () => [
  ...townshipLists,
  safetyList,
])
