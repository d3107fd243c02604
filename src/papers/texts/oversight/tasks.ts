import type { PaperText } from '../../text/paper-text.ts'
import {
  column,
  form,
  given,
  local,
  p,
  paper,
  product,
  row,
  rows,
  signature,
  signers,
  table,
  to,
} from '../build/blocks.ts'

/** 督办. */

const OVERSIGHT = local('县级督查制度（2015）：立项到归档', '一事一单；审核五项')

export const TASK_PAPERS: readonly PaperText[] = [
  paper(
    'task-order',
    '督办交办单',
    ['task.order'],
    [
      to('{step.unit}'),
      p('现将下列事项交你单位牵头办理，请按期完成。'),
      table(
        row('督办事项', '{matter.title}（登记编号{matter.reference}）'),
        row('来源', '{answer.category}', given('answer.category')),
        row('来源文件', '{answer.sourceDocument}', given('answer.sourceDocument')),
        row('来源日期', '{answer.sourceOn}', given('answer.sourceOn')),
        row('交办领导', '{answer.ordering}', given('answer.ordering')),
        row('目标要求', '{answer.description}'),
        row('承办岗位', '{step.owner}', given('step.owner')),
        row('完成时限', '{answer.dueOn}前'),
        row('进展报送频次', '{step.cadence}'),
        row('签收期限', '{deadline.takeOver}前', given('deadline.takeOver')),
        row('依据和理由', '{step.rulingBasis}', given('step.rulingBasis')),
      ),
      rows('assists', column('协办单位', '{unit}', 1), column('协办事项', '{duty}', 2)),
      rows('milestones', column('节点', '{title}', 2), column('完成时限', '{dueOn}', 1)),
      p(
        '不能按期完成的，在到期以前书面申请延期，写明理由和新的日期。不属于你单位职责的，签收期限内书面说明理由。办结后提交办结报告和佐证材料。',
      ),
      signature,
    ],
    [OVERSIGHT],
  ),
  paper(
    'task-report',
    '办结报告',
    ['task.report'],
    [
      p('督办事项“{matter.title}”（登记编号{matter.reference}）已经办结，现报告如下，请审核。'),
      table(
        row('目标要求', '{answer.description}'),
        row('完成时限', '{answer.dueOn}'),
        row('办结报告', '{step.report}'),
        row('协办没有反馈就办结的理由', '{step.assistOpenWhy}', given('step.assistOpenWhy')),
        row('佐证材料', '{step.materials}'),
      ),
      signature,
    ],
    [OVERSIGHT],
  ),
  form(
    'task-review',
    '审核意见',
    ['task.review'],
    [
      table(
        row('督办事项', '{matter.title}（登记编号{matter.reference}）'),
        row('牵头单位', '{matter.unit}'),
        row('目标要求', '{answer.description}'),
        row('办结报告', '{answer.report}', given('answer.report')),
        row('逐项核对', '{step.checked}'),
        row('审核意见', '{step.opinion}'),
      ),
      signers('审核人（签名）', '交办领导（签名）'),
    ],
    [OVERSIGHT, product('审核人不是承办人')],
  ),
]
