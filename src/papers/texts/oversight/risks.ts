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
  where,
} from '../build/blocks.ts'

/** 风险、定期报告. */

const risk = [
  row('风险', '{matter.title}（登记编号{matter.reference}）'),
  row('领域', '{answer.category}'),
  row('位置或者涉及对象', '{matter.place}'),
  row('风险描述', '{answer.description}'),
  row('成因', '{answer.causes}', given('answer.causes')),
  row('现有措施', '{answer.existingControls}', given('answer.existingControls')),
]

export const RISK_PAPERS: readonly PaperText[] = [
  form(
    'risk-assessment',
    '风险评估表',
    ['risk.assessment'],
    [
      table(
        ...risk,
        row('可能性', '{step.likelihood}', given('step.likelihood')),
        row('影响', '{step.impact}', given('step.impact')),
        row('发生的可能性', '{step.lecLikelihood}', given('step.lecLikelihood')),
        row('暴露的频繁程度', '{step.exposure}', given('step.exposure')),
        row('后果', '{step.consequence}', given('step.consequence')),
        row('固有风险值', '{answer.riskValue}', given('answer.riskValue')),
        row('固有风险等级', '{answer.inherentLevel}'),
        row('低于算出的等级的理由', '{step.lowerReason}', given('step.lowerReason')),
        row('剩余可能性', '{step.residualLikelihood}', given('step.residualLikelihood')),
        row('剩余影响', '{step.residualImpact}', given('step.residualImpact')),
        row('剩余可能性', '{step.residualLecLikelihood}', given('step.residualLecLikelihood')),
        row('剩余暴露程度', '{step.residualExposure}', given('step.residualExposure')),
        row('剩余后果', '{step.residualConsequence}', given('step.residualConsequence')),
        row('剩余风险值', '{step.residualValue}', given('step.residualValue')),
        row('剩余风险等级', '{step.residualLevel}', given('step.residualLevel')),
        row('低于算出的等级的理由', '{step.residualLowerReason}', given('step.residualLowerReason')),
        row('评估依据', '{step.basis}', given('step.basis')),
        row('复评日期', '{step.reassessedOn}', given('step.reassessedOn')),
        row('措施起了什么作用', '{step.effect}', given('step.effect')),
      ),
      p('评估的是事、场所和流程，不是人。'),
      signers('评估人（签名）', '审核人（签名）'),
    ],
    [found('可能性乘影响分级表（方案甲）；作业条件危险性法', '网上公开的做法，等级线本县可以改')],
  ),
  form(
    'risk-treatment',
    '风险处置方案',
    ['risk.treatmentPlan'],
    [
      table(
        ...risk,
        row('固有风险等级', '{answer.inherentLevel}'),
        row('处置方式', '{step.treatment}'),
        row('补充措施', '{step.measures}'),
        row('预案编号', '{step.planNo}', given('step.planNo')),
        row('责任岗位', '{step.owner}'),
        row('处置时限', '{step.treatBy}前'),
      ),
      rows(
        'controls',
        column('措施', '{title}', 2),
        column('要求', '{demand}', 3),
        column('落实单位', '{unit}', 2),
        column('时限', '{dueOn}', 2),
      ),
      signers('制定人（签名）', '批准人（签名）'),
    ],
    [recalled('国家标准《风险管理 指南》（GB/T 24353—2022）', '条文待核')],
  ),
  form(
    'risk-acceptance',
    '接受风险的决定',
    ['risk.acceptance'],
    [
      table(
        ...risk,
        row('固有风险等级', '{answer.inherentLevel}'),
        row('评估依据', '{answer.basis}', given('answer.basis')),
        row('为什么可以接受', '{step.reason}'),
        row('下次复评', '{deadline.reassessAccepted}', given('deadline.reassessAccepted')),
      ),
      p('接受风险不等于不管：情况变化的，立即重新评估。'),
      signers('决定人（签名）'),
    ],
    [product('接受后定期复评')],
  ),
  paper(
    'periodic-report',
    '定期报告',
    ['periodicReport.report'],
    [
      p('{matter.title}'),
      p('{answer.content}', where('answer.isNil', 'something')),
      p('本期没有应当报告的情况，特此零报告。', where('answer.isNil', 'nil')),
      rows('figures', column('项目', '{name}', 2), column('本期', '{figure}', 1), column('上期', '{before}', 1)),
      table(
        row('报告种类', '{answer.category}'),
        row('报送时限', '{answer.dueOn}'),
        row('审签意见', '{step.signature}'),
      ),
      signature,
    ],
    [found('《信访工作条例》第四十一条', '信访年度报告；其他报告依各自的规定')],
  ),
]
