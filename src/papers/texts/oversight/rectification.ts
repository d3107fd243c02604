import type { PaperText } from '../../text/paper-text.ts'
import {
  attachments,
  column,
  form,
  found,
  given,
  p,
  paper,
  recalled,
  remedies,
  row,
  rows,
  signature,
  signers,
  table,
  to,
  where,
} from '../build/blocks.ts'

/** 问题整改销号. */

const WRITE_OFF = recalled('整改销号通行做法：举证、签字、验收、批准', '待本县确认')
const problem = [
  row('问题', '{matter.title}（登记编号{matter.reference}）'),
  row('问题来源', '{answer.category}', given('answer.category')),
  row('问题编号', '{answer.problemNo}', given('answer.problemNo')),
  row('问题表现和佐证', '{answer.description}', given('answer.description')),
  row('牵头单位', '{matter.unit}'),
  row('完成时限', '{answer.dueOn}'),
]

export const RECTIFICATION_PAPERS: readonly PaperText[] = [
  form(
    'rectification-responsibility',
    '责任清单',
    ['rectification.responsibilityList'],
    [
      table(
        ...problem,
        row('整改类型', '{step.kind}'),
        row('整改目标', '{step.goal}'),
        row('整改措施', '{answer.measure}'),
        row('责任领导', '{step.sponsor}', given('step.sponsor')),
        row('直接责任岗位', '{step.owner}'),
        row('验收岗位', '{step.verifier}', given('step.verifier')),
        row('备注', '{step.note}', given('step.note')),
      ),
      rows('assists', column('配合单位', '{unit}', 1), column('协办事项', '{duty}', 2)),
      p('对问题认定有异议的，可以书面说明并附材料；整改不因此停下。'),
      signers('牵头单位负责人（签名）'),
    ],
    [WRITE_OFF],
  ),
  form(
    'rectification-evidence',
    '整改佐证',
    ['rectification.evidence'],
    [
      table(
        ...problem,
        row('整改措施', '{answer.measure}'),
        row('完成日期', '{step.fixedOn}'),
        row('整改进展', '{step.doneWork}'),
        row('佐证材料', '{step.materials}'),
      ),
      signers('直接责任人（签名）', '牵头单位负责人（签名）'),
    ],
    [WRITE_OFF],
  ),
  paper(
    'rectification-acceptance',
    '验收意见',
    ['rectification.acceptance'],
    [
      to('{matter.unit}'),
      p('对“{matter.title}”（登记编号{matter.reference}）的整改进行了验收，意见如下：'),
      table(
        row('整改措施', '{answer.measure}'),
        row('完成日期', '{answer.fixedOn}', given('answer.fixedOn')),
        row('验收日期', '{step.acceptedOn}', given('step.acceptedOn')),
        row('验收意见', '{step.opinion}', given('step.opinion')),
        row('不到位之处', '{step.reason}', given('step.reason')),
        row('再整改时限', '{step.redoBy}前', given('step.redoBy')),
      ),
      p('验收通过，报批准销号。', given('step.opinion')),
      p('验收不通过，请按上述时限继续整改。对验收意见有异议的，可以书面说明并附材料。', given('step.reason')),
      signers('验收人（签名）'),
      signature,
    ],
    [WRITE_OFF, found('《政府督查工作条例》（2020）第十八条', '督查来的问题，可以核查整改情况')],
  ),
  form(
    'rectification-write-off',
    '销号审批表',
    ['rectification.writeOff'],
    [
      table(
        ...problem,
        row('整改措施', '{answer.measure}'),
        row('完成日期', '{answer.fixedOn}', given('answer.fixedOn')),
        row('整改进展', '{answer.doneWork}', given('answer.doneWork')),
        row('牵头单位签字意见', '{answer.signature}', given('answer.signature')),
        row('验收日期', '{answer.acceptedOn}', given('answer.acceptedOn')),
        row('验收意见', '{answer.opinion}', given('answer.opinion')),
        row('批准意见', '{step.approval}'),
        row('销号日期', '{step.writtenOffOn}'),
        row('多久后回头看', '{step.lookBackAfter}'),
      ),
      signers('牵头单位负责人（签名）', '验收人（签名）', '批准人（签名）'),
    ],
    [WRITE_OFF],
  ),
  form(
    'rectification-look-back',
    '回头看记录',
    ['rectification.lookBack'],
    [
      table(
        ...problem,
        row('销号日期', '{answer.writtenOffOn}', given('answer.writtenOffOn')),
        row('回头看日期', '{step.lookedBackOn}'),
        row('回头看结果', '{step.lookBack}'),
        row('问题是否反弹', '{step.holds}'),
      ),
      signers('回头看人员（签名）'),
    ],
    [recalled('销号后1至6个月回头看', '待本县确认')],
  ),
  paper(
    'rectification-reply',
    '复函',
    ['rectification.replyLetter'],
    [
      to('{answer.sender}'),
      p('贵机关{answer.letterNo}收悉。我单位认真研究，逐条整改，现函复如下：'),
      p('{step.reply}'),
      table(
        row('问题', '{matter.title}'),
        row('收函日期', '{answer.letterOn}', given('answer.letterOn')),
        row('回复期限', '{answer.replyBy}', given('answer.replyBy')),
        row('整改情况', '{answer.doneWork}', given('answer.doneWork')),
      ),
      attachments('佐证材料'),
      signature,
    ],
    [
      found(
        '《最高人民法院关于综合治理类司法建议工作若干问题的规定》（2023）第八条、第十条',
        '一般不超过两个月书面回复',
      ),
    ],
    { number: '{step.replyNo}' },
  ),
  paper(
    'rectification-reexamination',
    '复核决定书',
    ['rectification.reexamination'],
    [
      to('{matter.unit}'),
      p('你单位对督查结论“{matter.title}”（登记编号{matter.reference}）的异议收悉。经复核，决定如下：'),
      table(
        row('异议和理由', '{answer.objection}', given('answer.objection')),
        row('申请日期', '{answer.objectedOn}', given('answer.objectedOn')),
        row('复核决定', '{step.reexamined}'),
        row('理由', '{step.reexaminedWhy}'),
        row('回避', '{step.othersDecided}'),
      ),
      remedies('督查结论要求整改的事项，按复核后的结论整改。', where('answer.reexamined', 'upheld', 'changed')),
      signature,
    ],
    [found('《政府督查工作条例》（2020）第十七条、第十八条', '三十日内申请，三十日内决定；参与作出结论的人员回避')],
  ),
]
