import type { PaperText } from '../../text/paper-text.ts'
import {
  contact,
  form,
  found,
  given,
  local,
  p,
  paper,
  remedies,
  row,
  signature,
  signers,
  table,
  to,
} from '../build/blocks.ts'

/** 个人信息权利、留存、安全事件、影响评估; 心理疏导转介; “三个规定”填报. */

const request = [
  row('请求', '{matter.title}（登记编号{matter.reference}）'),
  row('请求什么', '{answer.category}'),
  row('收到日期', '{answer.receivedOn}', given('answer.receivedOn')),
]
const SUE =
  '如不同意，可以依法向人民法院提起诉讼，也可以向履行个人信息保护职责的部门投诉、举报；补充材料后，可以重新提出。'
const SUE_LAW = found('《个人信息保护法》第五十条、第六十五条', '拒绝应当说明理由；可以起诉；可以投诉、举报')
const RECORDS = found('“三个规定”（2015年，三个文件）', '全面、如实记录，全程留痕')
const notice = [
  row('涉及的信息种类', '{step.noticeKinds}'),
  row('原因', '{step.noticeCause}'),
  row('可能造成的危害', '{step.noticeHarm}'),
  row('已经采取的补救措施', '{step.noticeMeasures}'),
]

export const PERSONAL_PAPERS: readonly PaperText[] = [
  form(
    'data-copy',
    '本人信息副本交付单',
    ['datarequest.copy'],
    [
      table(
        ...request,
        row('具体要什么', '{answer.wish}'),
        row('怎么交付', '{step.handedHow}'),
        row('交付日期', '{step.handedOn}'),
      ),
      p(
        '副本只应当含您本人的信息；发现有他人的信息，请立即退回更换。请妥善保管。认为不准确、不完整的，可以请求更正、补充。',
      ),
      signers('领取人（签名）', '经办人（签名）'),
    ],
    [found('《个人信息保护法》第四十五条、第四十六条')],
  ),
  paper(
    'data-reply',
    '个人信息请求答复书',
    ['datarequest.reply'],
    [
      to('{answer.contactName}'),
      p('您提出的个人信息请求“{matter.title}”（登记编号{matter.reference}）已经办理，现答复如下：'),
      p('{step.replyText}'),
      table(
        row('请求什么', '{answer.category}'),
        row('决定', '{answer.decision}', given('answer.decision')),
        row('理由和依据', '{answer.decisionReason}', given('answer.decisionReason')),
        row('怎么办的', '{answer.doneWhat}', given('answer.doneWhat')),
        row('答复日期', '{step.toldOn}'),
      ),
      remedies(SUE),
      contact,
      signature,
    ],
    [found('《个人信息保护法》第四十四条至第四十八条'), SUE_LAW],
  ),
  paper(
    'data-refusal',
    '个人信息请求不予办理告知书',
    ['datarequest.refusal'],
    [
      to('{answer.contactName}'),
      p('您提出的个人信息请求“{matter.title}”（登记编号{matter.reference}），经审查，不予办理。理由如下：'),
      p('{step.replyText}'),
      table(
        row('请求什么', '{answer.category}'),
        row('理由和依据', '{answer.decisionReason}', given('answer.decisionReason')),
        row('告知的救济途径', '{answer.remedies}', given('answer.remedies')),
        row('答复日期', '{step.toldOn}'),
      ),
      remedies(SUE),
      contact,
      signature,
    ],
    [SUE_LAW],
  ),
  form(
    'data-hold',
    '留存、限制处理审批表',
    ['datahold.approval'],
    [
      table(
        row('事由', '{matter.title}（登记编号{matter.reference}）'),
        row('原因', '{answer.category}'),
        row('依据', '{answer.holdReason}'),
        row('涉及事项', '{answer.concernedReference}', given('answer.concernedReference')),
        row('到哪天再看', '{answer.holdUntil}'),
        row('批准意见', '{step.carryReason}'),
      ),
      p(
        '保存期限未届满，或者删除从技术上难以实现的，只存储和采取必要的安全保护措施，不作其他处理；事由消除的，及时解除。',
      ),
      signers('申请人（签名）', '批准人（签名）'),
    ],
    [found('《个人信息保护法》第四十七条')],
  ),
  paper(
    'breach-authority',
    '个人信息安全事件报告',
    ['breach.toAuthority'],
    [
      to('{step.authority}'),
      p('现报告个人信息安全事件“{matter.title}”（登记编号{matter.reference}）。'),
      table(
        row('什么情况', '{answer.category}'),
        row('是不是已经发生', '{answer.certain}'),
        row('发现日期', '{answer.foundOn}'),
        row('涉及多少人（估计）', '{answer.howMany}', given('answer.howMany')),
        ...notice,
        row('联系部门', '{step.noticeContact}'),
        row('通知日期', '{step.authorityOn}'),
      ),
      p('有新情况的，及时补充报告。'),
      signature,
    ],
    [found('《个人信息保护法》第五十七条', '种类、原因、危害、补救措施、联系方式')],
  ),
  paper(
    'breach-persons',
    '个人信息安全事件告知书',
    ['breach.toPersons'],
    [
      to('{blank}'),
      p('我们发现，您的个人信息可能受到下列事件影响，现告知您：'),
      table(
        ...notice,
        row('您可以怎么减轻危害', '{step.noticeAdvice}'),
        row('联系部门', '{step.noticeContact}'),
        row('告知日期', '{step.personsOn}'),
      ),
      p(
        '我们不会打电话索要您的密码、验证码，也不会要求您转账。您可以查阅、复制、更正、删除自己的个人信息；权益受到侵害的，可以向履行个人信息保护职责的部门投诉、举报，也可以依法提起诉讼。',
      ),
      contact,
      signature,
    ],
    [found('《个人信息保护法》第五十七条、第四十四条至第四十七条、第五十条、第六十五条、第六十九条')],
  ),
  form(
    'impact-report',
    '个人信息保护影响评估报告',
    ['impact.report'],
    [
      table(
        row('评估', '{matter.title}（登记编号{matter.reference}）'),
        row('为什么评估', '{answer.category}'),
        row('事项代码和版本', '{answer.kindCode}，第{answer.kindVersion}版'),
        row('目的、方式是否合法、正当、必要', '{answer.lawful}'),
        row('对个人权益的影响和安全风险', '{answer.effect}'),
        row('保护措施是否合法、有效、与风险相适应', '{answer.measures}'),
        row('剩余风险', '{answer.riskLevel}'),
      ),
      p('评估报告和处理情况记录至少保存三年。'),
      signers('评估人（签名）', '个人信息保护负责人（签名）'),
      signature,
    ],
    [found('《个人信息保护法》第五十五条、第五十六条', '三项内容；保存三年')],
  ),
  form(
    'counselling-consent',
    '转介同意书',
    ['counselling.consentForm'],
    [
      p('心理疏导全凭自愿。不同意、中途停止，都不影响您办理任何事项，也不会记入其他事项。'),
      table(
        row('本人的意思', '{step.consent}'),
        row('告知书版本', '{step.consentVersion}'),
        row('怎么表示同意', '{step.consentHow}'),
        row('同意日期', '{step.consentedOn}'),
        row('怎么称呼', '{step.contactName}'),
        row('联系电话', '{step.contactPhone}'),
      ),
      p(
        '同意将上面的称呼和电话告诉服务单位，只用来联系；不告诉谈话内容，服务单位也不向本单位反馈谈话内容。您可以随时撤回同意，撤回以前已经做的不受影响。',
      ),
      signers('本人（签名；未成年人由监护人签名）', '在场工作人员（签名）'),
    ],
    [found('《个人信息保护法》第十四条、第十五条、第二十三条', '知情、自愿、可以撤回；向他人提供要单独同意')],
  ),
  form(
    'counselling-slip',
    '转介单',
    ['counselling.slip'],
    [
      to('{step.unit}'),
      p('经本人同意，转介一人接受心理疏导，请与本人联系。'),
      table(
        row('转介编号', '{matter.reference}'),
        row('怎么称呼', '{answer.contactName}'),
        row('联系电话', '{answer.contactPhone}'),
        row('同意日期', '{answer.consentedOn}'),
        row('告知书版本', '{answer.consentVersion}'),
      ),
      p('称呼和电话只用来联系，不得作他用；用完即删。不反馈谈话内容，只反馈共做了几次。本人不愿继续的，随时停止。'),
      signature,
    ],
    [found('《个人信息保护法》第二十三条', '接收方在同意的范围内处理')],
  ),
  form(
    'integrity-record',
    '填报登记表（一案一表）',
    ['integrity.recordForm'],
    [
      table(
        row('填报', '{matter.reference}'),
        row('登记什么', '{answer.category}'),
        row('案号', '{answer.caseNo}', given('answer.caseNo')),
        row('发生日期', '{answer.happenedOn}'),
        row('方式', '{answer.means}'),
        row('涉及的本系统岗位、单位', '{answer.named}', given('answer.named')),
        row('干预过问的人', '{answer.person}'),
        row('内容（照原话写）', '{answer.content}'),
        row('是否影响办案', '{step.affects}'),
      ),
      p('本表入案卷副卷。记录人受保护，不得打击报复；被记录的人不得查阅。'),
      signers('记录人（签名）', '督察部门（签名）'),
    ],
    [RECORDS, local('三亚2016年一案一表', '结案时入副卷，抄送督察部门')],
  ),
  form(
    'integrity-report',
    '专项报告',
    ['integrity.report'],
    [
      table(
        row('填报', '{matter.reference}'),
        row('案号', '{answer.caseNo}', given('answer.caseNo')),
        row('方式', '{answer.means}'),
        row('内容', '{answer.content}'),
        row('是否影响办案', '{answer.affects}'),
        row('报给谁', '{step.reportedTo}'),
        row('报告日期', '{step.reportedOn}'),
      ),
      p('依法履职的询问不属干预，但不得就证据采信、事实认定、案件裁判提出意见。'),
      signers('报告人（签名）'),
    ],
    [RECORDS, local('某地实施细则', '影响案件的立即报告；按24小时提醒是本系统定的')],
  ),
  form(
    'integrity-quarter',
    '季度分析报告',
    ['integrity.quarterReport'],
    [
      table(
        row('季度', '{step.quarter}'),
        row('填报几件', '{step.recordCount}'),
        row('分析', '{step.analysis}'),
        row('报出日期', '{step.reportedOn}'),
      ),
      p('没有填报的，也要零报告。报告不写姓名。'),
      signers('报告人（签名）'),
    ],
    [RECORDS, local('某地实施细则', '每季度分析报告，没有也要零报告')],
  ),
]
