import type { PaperText } from '../../text/paper-text.ts'
import {
  column,
  form,
  found,
  given,
  p,
  paper,
  product,
  recalled,
  row,
  rows,
  signature,
  signers,
  table,
  to,
} from '../build/blocks.ts'

/** 应急演练、值班、应急预案、吹哨报到. */

const DRILL_LAW = found('《生产安全事故应急条例》（2019）第八条', '演练频次和报告')
const drill = [
  row('演练', '{matter.title}（登记编号{matter.reference}）'),
  row('演练形式', '{answer.category}'),
  row('演练内容', '{answer.scope}', given('answer.scope')),
  row('是否预先通知', '{answer.notice}', given('answer.notice')),
  row('演练哪个预案', '{answer.plan}', given('answer.plan')),
]

export const DRILL_PAPERS: readonly PaperText[] = [
  paper(
    'drill-arrangement',
    '演练方案',
    ['drill.arrangement'],
    [
      to('各参演单位'),
      table(
        ...drill,
        row('演练目的', '{answer.purpose}', given('answer.purpose')),
        row('计划日期', '{answer.plannedOn}'),
        row('地点', '{matter.place}', given('matter.place')),
        row('组织单位', '{matter.unit}'),
        row('安全保障和中止条件', '{answer.safeguards}'),
      ),
      p('演练信息一律标明“演练”，不得引起误解；出现真实险情或者中止条件的，立即停止演练。'),
      signature,
    ],
    [DRILL_LAW],
  ),
  form(
    'drill-script',
    '演练脚本',
    ['drill.script'],
    [
      table(
        ...drill,
        row('情景', '{step.scenario}'),
        row('情景里的开始时间', '{step.sceneAt}'),
        row('计划参演人数', '{step.plannedPeople}', given('step.plannedPeople')),
      ),
      rows(
        'injects',
        column('序号', '{no}', 1),
        column('第几分钟', '{minute}', 1),
        column('给出什么情况', '{inject}', 4),
        column('告诉谁', '{to}', 2),
        column('预期怎么做', '{expected}', 4),
      ),
      p('双盲演练的脚本，在演练结束前只给导调人员。'),
      signers('编写人（签名）', '审核人（签名）'),
    ],
    [DRILL_LAW, product('情景事件逐条给出、逐条记录')],
  ),
  form(
    'drill-evaluation',
    '演练评估表',
    ['drill.evaluation'],
    [
      table(
        ...drill,
        row('演练日期', '{answer.heldOn}', given('answer.heldOn')),
        row('参演人数', '{answer.people}', given('answer.people')),
        row('评估标准', '{step.criteria}'),
        row('满分', '{step.full}', given('step.full')),
        row('共扣', '{step.lost}', given('step.lost')),
        row('评估得分', '{step.score}', given('step.score')),
        row('按时做到的步骤', '{step.inTime}', given('step.inTime')),
      ),
      rows(
        'scores',
        column('编号', '{no}', 1),
        column('指标', '{item}', 4),
        column('分值', '{points}', 1),
        column('扣分', '{lost}', 1),
        column('为什么', '{why}', 4),
      ),
      rows(
        'planSteps',
        column('预案步骤', '{what}', 4),
        column('谁做', '{unit}', 2),
        column('要求几分钟', '{minutes}', 1),
        column('实际几分钟', '{actual}', 1),
        column('做到没有', '{how}', 2),
      ),
      table(row('哪些管用', '{step.strengths}', given('step.strengths')), row('评估结论', '{step.conclusion}')),
      p('评估的是预案和组织，不评价个人。发现的问题列入问题清单，按真实事项整改；预案有重大缺陷的，及时修订。'),
      signers('评估组组长（签名）', '评估人员（签名）', '组织单位负责人（签名）'),
    ],
    [
      found('《生产安全事故应急条例》（2019）第六条、第八条', '演练发现重大缺陷的及时修订预案'),
      recalled('国家标准《突发事件应急演练评估》（GB/T 46792—2025）', '条文待核'),
    ],
  ),
  form(
    'drill-gaps',
    '演练问题清单',
    ['drill.gapList'],
    [
      table(...drill, row('演练日期', '{answer.heldOn}', given('answer.heldOn'))),
      rows(
        'gaps',
        column('问题', '{title}', 3),
        column('原因', '{cause}', 3),
        column('整改单位', '{unit}', 2),
        column('整改措施', '{measure}', 3),
        column('整改时限', '{dueOn}', 2),
      ),
      table(
        row('预案要不要修订', '{step.planFlaw}'),
        row('预案要改哪几条', '{step.revision}', given('step.revision')),
        row('修订期限', '{deadline.revise}', given('deadline.revise')),
      ),
      p('整改单位按期整改，整改情况逐条核对。'),
      signers('组织单位负责人（签名）'),
    ],
    [DRILL_LAW, product('演练中发现的问题是真问题，按真实事项整改')],
  ),
]
