import type { PaperText } from '../../text/paper-text.ts'
import {
  attachments,
  contact,
  form,
  found,
  given,
  local,
  p,
  paper,
  product,
  remedies,
  row,
  signature,
  signers,
  table,
  to,
  unsealed,
  where,
} from '../build/blocks.ts'

/** 诉求与线索: what residents bring and what they are told. */

const ABOUT = '您反映的“{matter.title}”（登记编号{matter.reference}）'
const ART_23 = found('《信访工作条例》第二十三条', '书面告知；姓名、住址不清的除外')
const HOTLINE = local('《济南12345条例》（2018）第二十四条')

const paths = row('可以走的途径', '{step.remedies}', given('step.remedies'))
/** The limits of each way, shown where it is named. */
const LIMITS: readonly string[] = [
  '不服行政行为的，一般自知道或者应当知道之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼；法律另有规定的除外。',
  '其他途径的期限，以受理机关告知的为准。请尽早提出，以免超过期限。',
]

export const REPORT_PAPERS: readonly PaperText[] = [
  paper(
    'report-notice',
    '受理告知书',
    ['report.notice'],
    [
      to('{answer.contactName}'),
      p(`${ABOUT}，现告知受理情况如下：`),
      p('{step.words}'),
      table(
        row('承办单位', '{matter.unit}'),
        row('办理期限', '{deadline.handle}', given('deadline.handle')),
        row('告知日期', '{step.toldOn}'),
      ),
      p('您可以凭登记编号和查询码查办理进度、补充材料、评价结果。办理中需要您补充情况的，我们会与您联系。'),
      contact,
      signature,
    ],
    [ART_23],
  ),
  paper(
    'report-interim',
    '先行答复函',
    ['report.interim'],
    [
      to('{answer.contactName}'),
      p(`${ABOUT}还在办理，现先答复如下：`),
      table(
        row('已办到哪一步', '{step.progressSoFar}'),
        row('还不能办结的原因', '{step.laterReason}'),
        row('更长期限的依据', '{step.laterBasis}'),
        row('最迟再答复的日期', '{step.nextReplyOn}'),
      ),
      p('到期没有再答复的，您可以凭登记编号和查询码催问，或者向受理单位反映。'),
      contact,
      signature,
    ],
    [HOTLINE],
  ),
  paper(
    'report-remedies',
    '法定途径告知书',
    ['report.remedySheet'],
    [
      to('{answer.contactName}'),
      p(`${ABOUT}，您对办理结果不认可。现告知您可以通过下列途径解决：`),
      table(paths, row('说明', '{step.words}'), row('告知日期', '{step.toldOn}')),
      ...LIMITS.map((each) => p(each)),
      p('经济困难、符合条件的，可以向法律援助机构申请法律援助。'),
      contact,
      signature,
    ],
    [
      found('《信访工作条例》第三十五条、第三十六条'),
      found('《行政复议法》（2023）第二十条、《行政诉讼法》第四十六条', '六十日、六个月'),
    ],
  ),
  paper(
    'report-decline',
    '不予受理告知书',
    ['report.declineNotice'],
    [
      to('{answer.contactName}'),
      p(`${ABOUT}，经审查，不予受理。`),
      table(row('情形', '{step.ground}'), row('理由', '{step.reason}'), paths, row('告知日期', '{step.toldOn}')),
      p('不属于本单位管的，请向上面所列的机关、单位提出。', where('answer.ground', 'notRemit')),
      p('同一事项正在办理的，请等待办理结果；有新情况的可以补充到原事项。', where('answer.ground', 'pending')),
      p('应当通过诉讼、仲裁解决的，请注意诉讼时效和申请仲裁的期限，尽早提出。', where('answer.ground', 'courts')),
      p('说不清是什么事的，请补充时间、地点、经过后再提出。', where('answer.ground', 'unclear')),
      p(
        '您有新的事实和理由的，可以重新提出。认为不予受理不对的，可以凭登记编号要求本单位核对；本单位核实不当的，撤销本告知并受理。',
      ),
      contact,
      signature,
    ],
    [found('《信访工作条例》第十九条、第三十六条'), ART_23],
  ),
  paper(
    'report-dispatch',
    '交办单',
    ['report.dispatch'],
    [
      to('{matter.unit}'),
      p('现将下列事项交你单位主办，请按期办理并答复反映人。'),
      table(
        row('事项', '{matter.title}（登记编号{matter.reference}）'),
        row('类别', '{matter.category}', given('matter.category')),
        row('地点', '{matter.place}', given('matter.place')),
        row('承办岗位', '{step.owner}', given('step.owner')),
        row('要求', '{step.demand}', given('step.demand')),
        row('交办依据和理由', '{step.rulingBasis}', given('step.rulingBasis')),
        row('签收或退回期限', '{deadline.returnOrder}前', given('deadline.returnOrder')),
        row('告知受理情况期限', '{deadline.tellByUnit}前', given('deadline.tellByUnit')),
        row('办理期限', '{deadline.handle}前', given('deadline.handle')),
      ),
      p('不属于你单位职责的，在上述期限内写明理由退回；已经裁定由你单位办理的，不得再次退回。'),
      p('反映人的姓名和联系方式不随本单下发，不得打听、泄露。'),
      signature,
    ],
    [
      found('《信访工作条例》第二十二条、第二十三条'),
      local('《潍坊12345条例》（2021）第二十二条', '裁定后不得再次退回'),
    ],
  ),
  paper(
    'report-transfer',
    '转送函',
    ['report.transferLetter'],
    [
      to('{step.organ}'),
      p(
        '本单位收到群众反映的“{matter.title}”（登记编号{matter.reference}）。经审查，属于你机关职责范围，现转送你机关依法处理。',
      ),
      table(
        row('办理途径', '{step.route}'),
        row('地点', '{matter.place}', given('matter.place')),
        row('登记日期', '{matter.openedOn}'),
      ),
      p('请收到后签收，将回执退回本单位。不属于你机关职责的，请及时退回并说明理由。'),
      p('不得将检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。'),
      attachments('反映材料'),
      signature,
    ],
    [found('《信访工作条例》第二十二条、第二十三条'), found('《信访工作条例》第三十条', '保护检举、揭发人')],
  ),
  paper(
    'report-reply',
    '答复意见书',
    ['report.reply'],
    [
      to('{answer.contactName}'),
      p(`${ABOUT}已经办理，现答复如下：`),
      p('{step.reply}'),
      table(
        row('处理意见', '{step.opinion}'),
        row('依据', '{step.legalBasis}', given('step.legalBasis')),
        row('承办单位', '{matter.unit}'),
        row('答复日期', '{day}'),
      ),
      p('您可以凭登记编号和查询码评价办理结果。'),
      remedies(
        '您认为没有办好的，可以在评价时选“不满意”并写明哪里没办好，由受理单位核实，重新办理或者告知您其他法定途径。不服行政行为的，还可以依法申请行政复议或者提起行政诉讼。',
      ),
      contact,
      signature,
    ],
    [
      found('《信访工作条例》第三十二条', '支持、解释说明、不予支持'),
      local('《济南12345条例》（2018）第二十七条', '不认可的重新办理'),
      product('不是信访处理意见书', '转入信访程序的，另出处理意见书并告知复查权'),
    ],
    { number: '{step.documentNo}' },
  ),
  form(
    'report-follow-up',
    '回访记录',
    ['report.followUpRecord'],
    [
      table(
        row('事项', '{matter.title}（登记编号{matter.reference}）'),
        row('承办单位', '{matter.unit}'),
        row('回访日期', '{step.calledOn}'),
        row('是否办好', '{step.settled}'),
        row('满意度', '{step.satisfaction}', given('step.satisfaction')),
        row('对方怎么说', '{step.found}'),
      ),
      p('回访人不是承办人；本记录不写反映人的姓名和电话。'),
      signers('回访人（签名）'),
      unsealed,
    ],
    [local('《济南12345条例》（2018）第二十七条')],
  ),
]
