import type { PaperText } from '../../text/paper-text.ts'
import {
  attachments,
  contact,
  found,
  given,
  p,
  paper,
  product,
  recalled,
  remedies,
  row,
  signature,
  table,
  to,
  where,
} from '../build/blocks.ts'

/** 信访收件、告知、转送、交办 (信访工作条例 arts 19–24, 30–31). Whom a letter goes to is sealed: the name is written in by hand. */

const ART_23 = found('《信访工作条例》第二十三条', '当场或15日内书面告知；姓名（名称）、住址不清的除外')
const ART_22 = found('《信访工作条例》第二十二条', '15日内登记并转送、交办')
const CODE = product('查询码在登记时另给，不印在纸上')

export const PETITION_INTAKE: readonly PaperText[] = [
  paper(
    'petition-receipt',
    '收件回执',
    ['petition.receipt'],
    [
      to('{answer.contactName}'),
      p('您提出的信访事项已经收到并登记。'),
      table(
        row('登记编号', '{matter.reference}'),
        row('事项', '{matter.title}'),
        row('收到日期', '{answer.receivedOn}', given('answer.receivedOn')),
        row('登记日期', '{day}'),
        row('收件单位', '{unit}'),
      ),
      p(
        '属于本机关、单位职权范围的，自收到之日起15日内书面告知您接收情况以及处理途径和程序；属于其他机关、单位职权范围的，15日内转送、交办并告知您去向，或者告知您向有权处理的机关、单位提出。您的姓名（名称）、住址不清，无法书面告知的除外。',
      ),
      p('请保管好本回执和登记时给您的查询码。凭编号和查询码可以查办理情况、补充材料、评价。'),
      p('本回执只证明材料已经收到，不等于已经受理。多人走访的，请由不超过5名代表联系。'),
      contact,
      signature,
    ],
    [found('《信访工作条例》第二十条、第二十一条'), ART_22, ART_23, CODE],
  ),
  paper(
    'petition-acceptance',
    '受理告知书',
    ['petition.acceptance'],
    [
      to('{answer.contactName}'),
      p('您提出的信访事项“{matter.title}”（登记编号{matter.reference}），经审查属于本机关、单位职权范围，现予受理。'),
      table(
        row('受理日期', '{day}'),
        row('处理途径', '{answer.route}'),
        row('承办单位', '{matter.unit}'),
        row('办结期限', '{deadline.handle}', given('deadline.handle')),
        row('办结期限', '{deadline.duty}', given('deadline.duty')),
        row('研究反馈期限', '{deadline.study}', given('deadline.study')),
      ),
      p(
        '处理程序：听取您陈述事实和理由，调查核实，自受理之日起60日内出具信访处理意见书并书面送达；重大、复杂、疑难的可以举行听证。情况复杂的，经本机关、单位负责人批准可以延长，但不超过30日，并告知您延期理由。',
        where('answer.route', 'petition'),
      ),
      p('您可以陈述意见、补充材料、提供线索。您认为承办人员与本事项或者与您有直接利害关系的，可以提出，请其回避。'),
      remedies(
        '办结后您对处理意见不服的，可以自收到书面答复之日起30日内，请求原办理机关、单位的上一级机关、单位复查。',
        where('answer.route', 'petition'),
      ),
      contact,
      signature,
    ],
    [
      ART_23,
      found('《信访工作条例》第三十一条第六项、第三十四条、第三十五条'),
      found('《信访工作条例》第二十八条', '直接利害关系应当回避'),
    ],
    { number: '{step.acceptNo}' },
  ),
  paper(
    'petition-notice',
    '告知书',
    ['petition.notice'],
    [
      to('{answer.contactName}'),
      p('关于您提出的信访事项“{matter.title}”（登记编号{matter.reference}），现告知如下：'),
      p('{step.words}'),
      table(
        row('承办单位', '{matter.unit}'),
        row('处理途径', '{answer.route}', given('answer.route')),
        row('办结期限', '{deadline.handle}', given('deadline.handle')),
        row('告知方式', '{step.toldHow}'),
      ),
      p('您可以凭登记编号和查询码查办理情况、补充材料。'),
      contact,
      signature,
    ],
    [ART_23, CODE],
  ),
  paper(
    'petition-route',
    '法定途径告知书',
    ['petition.routeNotice'],
    [
      to('{answer.contactName}'),
      p(
        '您提出的信访事项“{matter.title}”（登记编号{matter.reference}），依照《信访工作条例》第三十一条，应当通过下列法定途径处理：',
      ),
      table(
        row('处理途径', '{answer.route}', given('answer.route')),
        row('向哪个机关提出', '{step.organ}'),
        row('依据', '{step.legalBasis}'),
      ),
      p('{step.words}'),
      p('请注意该途径的法定期限，以免逾期影响您的权利。本告知不对您的请求是否成立作出认定。'),
      p('对本告知有不明白的地方，可以向本机关、单位询问。'),
      contact,
      signature,
    ],
    [found('《信访工作条例》第三十一条'), ART_23],
  ),
  paper(
    'petition-not-again',
    '不再受理告知书',
    ['petition.notAgainNotice'],
    [
      to('{answer.contactName}'),
      p('您提出的信访事项“{matter.title}”（登记编号{matter.reference}），经审查不再受理。'),
      table(row('情形', '{step.ground}'), row('原事项编号', '{step.earlierReference}'), row('理由', '{step.reason}')),
      p(
        '同一事项正在办理的，不重复受理；原事项继续办理，结果会书面答复您，您可以凭原事项编号查询。',
        where('answer.ground', 'pending'),
      ),
      p(
        '该事项已有复核意见。依照《信访工作条例》第三十六条，对复核意见不服，仍然以同一事实和理由提出投诉请求的，不再受理。',
        where('answer.ground', 'rechecked'),
      ),
      p(
        '您没有在收到书面答复之日起30日内请求复查、复核。有不可抗力等正当理由耽误的，请书面说明并附材料，由本机关、单位审查。',
        where('answer.ground', 'lapsed'),
      ),
      p('您有新的事实和理由的，可以重新提出。'),
      contact,
      signature,
    ],
    [
      found('《信访工作条例》第十九条、第三十六条'),
      recalled('逾期没有请求复查、复核即不再受理', '条例没有写明，发出前请核对本地规定；耽误有正当理由的从宽'),
    ],
  ),
  paper(
    'petition-forward',
    '转送函',
    ['petition.forwardLetter'],
    [
      to('{step.unit}'),
      p('现将信访事项“{matter.title}”（登记编号{matter.reference}）转送你单位，请依法处理。'),
      table(
        row('登记日期', '{matter.openedOn}'),
        row('收到日期', '{answer.receivedOn}', given('answer.receivedOn')),
        row('内容分类', '{matter.category}', given('matter.category')),
        row('事项地', '{matter.place}', given('matter.place')),
        row('说明', '{step.note}', given('step.note')),
      ),
      p(
        '属于你单位职权范围的，请自收到之日起15日内书面告知信访人接收情况以及处理途径和程序；不属于你单位或者本系统职权范围的，请自收到之日起5个工作日内提出异议，详细说明理由，经核实同意后交还材料。',
      ),
      p(
        '不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。信访人的姓名和联系方式另行密封，不写在本函上。',
      ),
      attachments('信访材料'),
      signature,
    ],
    [ART_22, ART_23, found('《信访工作条例》第三十条、第四十六条', '保护检举、揭发人')],
    { number: '{step.forwardNo}' },
  ),
  paper(
    'petition-dispatch',
    '交办函',
    ['petition.dispatch'],
    [
      to('{step.unit}'),
      p('现将信访事项“{matter.title}”（登记编号{matter.reference}）交由你单位办理。'),
      table(
        row('登记日期', '{matter.openedOn}'),
        row('收到日期', '{answer.receivedOn}', given('answer.receivedOn')),
        row('内容分类', '{matter.category}', given('matter.category')),
        row('事项地', '{matter.place}', given('matter.place')),
        row('办理要求', '{step.demand}'),
        row('反馈办理结果期限', '{step.reportBy}前'),
      ),
      p('请在上述期限内反馈办理结果，提交办结报告。'),
      p(
        '请自收到之日起15日内书面告知信访人接收情况以及处理途径和程序；不属于你单位或者本系统职权范围的，请自收到之日起5个工作日内提出异议，详细说明理由，经核实同意后交还材料。',
      ),
      p(
        '不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。信访人的姓名和联系方式另行密封，不写在本函上。',
      ),
      attachments('信访材料'),
      signature,
    ],
    [ART_22, ART_23, found('《信访工作条例》第三十条、第四十六条', '保护检举、揭发人')],
    { number: '{step.dispatchNo}' },
  ),
  paper(
    'petition-objection',
    '异议函',
    ['petition.objection'],
    [
      to('{blank}'),
      p('转来的信访事项“{matter.title}”（登记编号{matter.reference}）收悉。经审查，不属于本单位职权范围，现提出异议。'),
      table(
        row('理由', '{step.returnReason}'),
        row('建议转给', '{step.suggestedUnit}', given('step.suggestedUnit')),
        row('提出异议期限', '{deadline.object}', given('deadline.object')),
      ),
      p('请予核实；同意的，请收回有关材料。'),
      signature,
    ],
    [ART_23],
  ),
  paper(
    'petition-ruling',
    '承办单位决定书',
    ['petition.ruling'],
    [
      to('{matter.unit}'),
      p(
        '你单位对信访事项“{matter.title}”（登记编号{matter.reference}）提出的异议收悉。经核实，决定由你单位办理，理由如下：',
      ),
      p('{step.decision}'),
      p('请自收到本决定之日起依法办理，不得再次退回。'),
      signature,
    ],
    [
      found('《信访工作条例》第二十三条、第二十四条'),
      recalled('已经决定的不得再次退回', '潍坊12345条例第二十二条对热线工单这样规定，信访参照，待本县确认'),
    ],
  ),
  paper(
    'petition-transfer',
    '移送函',
    ['petition.transferLetter'],
    [
      to('{step.organ}'),
      p(
        '本单位收到信访事项“{matter.title}”（登记编号{matter.reference}）。经审查，属于你机关管辖，现移送你机关依规依纪依法处理。',
      ),
      table(
        row('登记日期', '{matter.openedOn}'),
        row('收到日期', '{answer.receivedOn}', given('answer.receivedOn')),
        row('内容分类', '{matter.category}', given('matter.category')),
      ),
      p(
        '请收到后在回执上签收。材料和有关情况不得透露或者转给被检举、揭发的人员或者单位；信访人的姓名和联系方式另行密封。',
      ),
      attachments('信访材料'),
      signature,
    ],
    [found('《信访工作条例》第二十二条、第三十条、第四十六条')],
    { number: '{step.transferNo}' },
  ),
]
