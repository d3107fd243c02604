import type { PaperText } from '../../text/paper-text.ts'
import {
  column,
  form,
  found,
  given,
  heading,
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

/** 复盘、举一反三. */

const REVIEW_LAW = found(
  '《突发事件应对法》（2024）第九十二条',
  '查明经过和原因，总结经验教训，制定改进措施，报上一级政府',
)
const subject = [
  row('复盘题目', '{matter.title}（登记编号{matter.reference}）'),
  row('复盘什么', '{answer.category}', given('answer.category')),
  row('发生日期', '{answer.eventOn}', given('answer.eventOn')),
  row('地点', '{matter.place}', given('matter.place')),
]
const problems = rows(
  'problems',
  column('问题', '{title}', 3),
  column('原因', '{cause}', 3),
  column('整改单位', '{unit}', 2),
  column('整改措施', '{measure}', 3),
  column('整改时限', '{dueOn}', 2),
)
const SYSTEM = product('查的是制度和办法，不追究个人', '有违纪违法线索的另案处理')

export const LESSON_PAPERS: readonly PaperText[] = [
  paper(
    'aar-report',
    '复盘报告',
    ['aar.report'],
    [
      to('{step.reportedTo}', given('step.reportedTo')),
      table(
        ...subject,
        row('为什么复盘', '{answer.description}'),
        row('主持单位', '{matter.unit}'),
        row('报送日期', '{step.reportedOn}', given('step.reportedOn')),
      ),
      heading('一、经过'),
      rows(
        'events',
        column('时间', '{at}', 2),
        column('经过', '{fact}', 4),
        column('本来应该怎样', '{planned}', 3),
        column('凭什么', '{evidence}', 2),
      ),
      heading('二、对照'),
      table(
        row('预案和规定要求怎么做', '{answer.planned}'),
        row('实际怎么做的', '{answer.actual}'),
        row('哪些管用', '{answer.worked}'),
        row('哪些没管用', '{answer.failed}'),
      ),
      heading('三、根本原因'),
      p('{answer.causes}'),
      heading('四、问题和改进措施'),
      problems,
      p('预案要改的条款：{answer.planClauses}', given('answer.planClauses')),
      p('本报告查的是制度和办法，不评价个人。措施落实情况由没有参加整改的人评估，并在适当范围公开。'),
      signers('复盘主持人（签名）'),
      signature,
    ],
    [REVIEW_LAW, SYSTEM],
  ),
  form(
    'aar-problems',
    '复盘问题清单',
    ['aar.problemList'],
    [
      table(...subject),
      problems,
      p('各整改单位按期整改。对问题有不同意见的，可以附材料书面说明。'),
      signers('复盘主持人（签名）'),
    ],
    [REVIEW_LAW, SYSTEM],
  ),
  paper(
    'aar-lesson',
    '举一反三通知',
    ['aar.lesson'],
    [
      to('各有关单位'),
      p('“{matter.title}”复盘得出下列教训，请由所列单位研究，确定修改哪些检查表、预案、标准，哪些单位要自查：'),
      rows(
        'lessons',
        column('教训', '{title}', 2),
        column('教训和要求', '{lesson}', 4),
        column('由哪个单位定', '{unit}', 2),
      ),
      table(row('从哪里来', '{step.origin}')),
      p('不采纳的，请写明理由。'),
      signature,
    ],
    [REVIEW_LAW, SYSTEM],
  ),
  form(
    'aar-evaluation',
    '整改落实评估',
    ['aar.evaluation'],
    [
      table(
        ...subject,
        row('评估日期', '{step.evaluatedOn}'),
        row('措施落实了没有', '{step.evaluation}'),
        row('公开渠道', '{step.publishedAt}', given('step.publishedAt')),
      ),
      problems,
      signers('评估人（签名）', '复核人（签名）'),
    ],
    [found('《安全生产法》第八十六条', '一年内评估并公开，限生产安全事故，其他复盘参照'), SYSTEM],
  ),
  form(
    'lesson-proposal',
    '修改建议',
    ['lesson.proposal'],
    [
      table(
        row('教训', '{matter.title}（登记编号{matter.reference}）'),
        row('教训和要求', '{answer.lesson}'),
        row('从哪里来', '{answer.origin}', given('answer.origin')),
        row('改什么', '{step.category}'),
        row('哪一份检查表', '{step.checklist}', given('step.checklist')),
        row('哪一份预案', '{step.plan}', given('step.plan')),
        row('哪一份评价标准', '{step.criteria}', given('step.criteria')),
      ),
      rows(
        'checklistRows',
        column('怎么改', '{act}', 1),
        column('编号', '{no}', 1),
        column('检查内容', '{item}', 3),
        column('合格要求', '{demand}', 3),
      ),
      rows(
        'planRows',
        column('怎么改', '{act}', 1),
        column('序号', '{key}', 1),
        column('做什么', '{what}', 3),
        column('谁做', '{unit}', 2),
      ),
      rows(
        'criteriaRows',
        column('怎么改', '{act}', 1),
        column('编号', '{no}', 1),
        column('指标', '{item}', 3),
        column('扣分办法', '{deduction}', 3),
      ),
      table(
        row('哪几类场所有同样的风险', '{step.placeTypes}', given('step.placeTypes')),
        row('另外点名的单位', '{step.namedUnits}', given('step.namedUnits')),
        row('同类问题归哪一类隐患', '{step.findingCategory}', given('step.findingCategory')),
        row('自查时限', '{step.checkBy}'),
      ),
      signers('建议人（签名）'),
    ],
    [product('建议的和决定的不是同一个人')],
  ),
  paper(
    'lesson-notice',
    '举一反三通知',
    ['lesson.notice'],
    [
      to('各有关单位'),
      p('根据“{matter.title}”的教训，决定如下：'),
      table(
        row('教训和要求', '{answer.lesson}'),
        row('改什么', '{answer.category}', given('answer.category')),
        row('决定和理由', '{step.decision}', given('step.decision')),
        row('批准变更', '{step.approvalNo}', given('step.approvalNo')),
        row('自查时限', '{answer.checkBy}前', given('step.decision')),
        row('自查时限', '{step.moreBy}前', given('step.moreBy')),
      ),
      rows('exposed', column('要自查的单位', '{unit}', 1), column('这几类场所', '{places}', 1)),
      rows('more', column('再点名的单位', '{unit}', 1)),
      p('请按修改后的要求自查，有问题的按真实事项整改，按期报结果；没有问题的，也要零报告。'),
      signature,
    ],
    [product('改的是检查表、预案、标准，不是点个人')],
  ),
  form(
    'lesson-closing',
    '举一反三落实情况',
    ['lesson.closing'],
    [
      table(
        row('教训', '{matter.title}（登记编号{matter.reference}）'),
        row('教训和要求', '{answer.lesson}'),
        row('检查表改后的版本', '{answer.checklistAfter}', given('answer.checklistAfter')),
        row('应急预案改后的版本', '{answer.planAfter}', given('answer.planAfter')),
        row('评价标准改后的版本', '{answer.criteriaAfter}', given('answer.criteriaAfter')),
        row('落实情况', '{step.conclusion}'),
      ),
      signers('负责人（签名）'),
    ],
    [product('单位都查完才结束')],
  ),
]
