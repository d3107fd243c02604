import { text } from '../../../domain/wording/text.ts'
import type { PaperText } from '../../text/paper-text.ts'
import {
  column,
  form,
  found,
  given,
  local,
  matterForm,
  p,
  product,
  recalled,
  row,
  rows,
  signers,
  table,
} from '../build/blocks.ts'

/** 案件质量评查: of closed cases; it never touches the force of a judgment. */

const RULE = found('《案件质量检查与评查工作规定（试行）》（2025年3月，检察机关）', '法院依本院评查办法')
const NO_FORCE = local('海口法院2017年评查办法', '评查不影响裁判的效力；改判、发回、信访本身不等于案件有问题')

export const REVIEW_PAPERS: readonly PaperText[] = [
  form(
    'review-list',
    '评查案件清单',
    ['casereview.list'],
    [
      table(
        row('评查计划', '{matter.title}（登记编号{matter.reference}）'),
        row('评查方式', '{answer.category}'),
        row('专项主题', '{answer.topic}', given('answer.topic')),
        row('评哪个单位的案件', '{answer.scope}'),
        row('结案日期', '{answer.closedFrom}至{answer.closedTo}'),
        row('评查标准', '{answer.criteria}'),
        row('抽取种子', '{answer.seed}', given('step.drawn')),
        row('抽几件', '{step.howMany}', given('step.howMany')),
        row('在场见证', '{step.witnesses}', given('step.witnesses')),
      ),
      rows('drawn', column('案件编号', '{reference}'), column('承办部门', '{unit}'), column('承办人岗位', '{owner}')),
      rows('listed', column('案件编号', '{reference}'), column('承办部门', '{unit}'), column('承办人岗位', '{owner}')),
      p('随机抽取的，任何人可以用同一名单和种子重算一遍。'),
      signers('组织评查的负责人（签名）'),
    ],
    [RULE, product('抽取的种子先记录、后抽取')],
  ),
  form(
    'review-summary',
    '评查情况小结',
    ['casereview.summary'],
    [
      table(
        row('评查计划', '{matter.title}（登记编号{matter.reference}）'),
        row('评查方式', '{answer.category}'),
        row('结案日期', '{answer.closedFrom}至{answer.closedTo}'),
        row('普遍问题', '{step.findings}'),
        row('改进措施', '{step.measures}'),
      ),
      p('小结只说普遍问题，不点个人，不排名；评查不影响裁判的效力。'),
      signers('组织评查的负责人（签名）'),
    ],
    [RULE, NO_FORCE],
  ),
  matterForm(
    'review-sheet',
    'casesheet.sheet',
    {
      title: text('案件评查表', 'Review sheet of the case'),
      states: ['scored', 'graded', 'told', 'objected', 'rereviewing', 'toCorrect', 'confirmed'],
    },
    [
      table(
        row('评查案件', '{matter.title}（登记编号{matter.reference}）'),
        row('案件编号', '{answer.caseReference}'),
        row('承办部门', '{answer.caseUnit}'),
        row('评查标准', '{answer.criteria}'),
      ),
      rows(
        'scores',
        column('评查人', '{reviewer}', 2),
        column('得分', '{total}', 1),
        column('一票否决', '{veto}', 1),
        column('评查意见', '{opinion}', 4),
      ),
      table(
        row('平均分', '{answer.finalScore}', given('answer.finalScore')),
        row('提出一票否决的人数', '{answer.vetoes}', given('answer.vetoes')),
        row('等次', '{answer.grade}'),
        row('主要问题和理由', '{answer.gradeReason}', given('answer.gradeReason')),
        row('承办人异议', '{answer.objection}', given('answer.objection')),
        row('委员会表决情况', '{answer.votes}', given('answer.votes')),
        row('整改情况', '{answer.putRight}', given('answer.putRight')),
      ),
      p(
        '一案一表。评查人与案件有利害关系、承办过或者所在部门承办的，应当回避。评查不影响裁判的效力；改判、发回、信访本身不等于案件有问题。',
      ),
      signers('评查人（签名）', '评查组负责人（签名）'),
    ],
    [RULE, NO_FORCE, recalled('等次和分数段', '待本院确认')],
  ),
  form(
    'review-notice',
    '评查结果告知单',
    ['casesheet.notice'],
    [
      table(
        row('评查案件', '{matter.title}（登记编号{matter.reference}）'),
        row('案件编号', '{answer.caseReference}'),
        row('告知谁', '{step.toHandler}'),
        row('平均分', '{answer.finalScore}', given('answer.finalScore')),
        row('等次', '{answer.grade}'),
        row('主要问题和理由', '{answer.gradeReason}'),
        row('提出异议期限', '{deadline.objection}前', given('deadline.objection')),
      ),
      p(
        '对结果有异议的，可以在上述期限内书面提出并附材料，由没有参加过本次评查的人复评，评查委员会决定。评查不影响裁判的效力。',
      ),
      signers('告知人（签名）', '承办人（签收）'),
    ],
    [recalled('异议期限5至10个工作日是通行做法', '待本院确认'), NO_FORCE],
  ),
  form(
    'review-decision',
    '评查委员会决定',
    ['casesheet.decision'],
    [
      table(
        row('评查案件', '{matter.title}（登记编号{matter.reference}）'),
        row('案件编号', '{answer.caseReference}'),
        row('承办人异议', '{answer.objection}', given('answer.objection')),
      ),
      rows(
        'opinions',
        column('复评人', '{reviewer}', 2),
        column('建议等次', '{rereviewGrade}', 1),
        column('复评意见', '{rereviewOpinion}', 4),
      ),
      table(row('决定的等次', '{step.grade}'), row('表决情况', '{step.votes}'), row('理由', '{step.gradeReason}')),
      p('本决定送承办人。涉及违纪违法线索的，依有关程序另行处理，不以评查代替。'),
      signers('评查委员会主任（签名）'),
    ],
    [recalled('异议由委员会决定是通行做法', '待本院确认'), NO_FORCE],
  ),
]
