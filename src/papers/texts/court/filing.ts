import type { PaperText } from '../../text/paper-text.ts'
import {
  attachments,
  contact,
  form,
  found,
  given,
  p,
  paper,
  product,
  remedies,
  row,
  signers,
  table,
  to,
  where,
} from '../build/blocks.ts'
import { CASE_ROWS, COURT_SIGNED, PARTY } from './parts.ts'

/** Before the hearing: correction, mediation before filing, filing or refusal, the complaint sent. */

const APPEALABLE =
  '如不服本裁定，可以自本裁定书送达之日起十日内，向本院递交上诉状，并按对方当事人人数提出副本，上诉于上一级人民法院。'

export const FILING_PAPERS: readonly PaperText[] = [
  paper(
    'case-correction',
    '补正告知书',
    ['case.correctionNotice'],
    [
      to(PARTY),
      p('你（单位）提交的起诉材料收悉。经审查，需要补正。现一次性告知如下：'),
      table(
        row('案件', '{matter.title}'),
        row('收到材料日期', '{answer.materialsOn}', given('answer.materialsOn')),
        row('要补正的全部内容', '{step.corrections}'),
        row('补正期限', '{step.correctBy}前'),
      ),
      p('立案期限从补正材料交本院的次日起算。到期没有补正、又坚持起诉的，本院依法裁定；你（单位）也可以取回材料。'),
      p(
        '对补正内容不明白的，可以向本院立案庭询问。本院没有一次性告知补正内容的，行政案件当事人可以向上级人民法院投诉。',
      ),
      contact,
      COURT_SIGNED,
    ],
    [
      found('《民诉法解释》（2022）第一百二十六条、第二百零八条'),
      found('《行政诉讼法》第五十一条、《行诉法解释》第五十五条', '一次性全面告知'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'case-delegation',
    '委派调解函',
    ['case.delegation'],
    [
      to('{blank}'),
      p('经各方当事人同意，现将下列纠纷委派你组织（调解员）在立案前调解。'),
      table(
        row('纠纷', '{matter.title}'),
        row('案由', '{answer.cause}', given('answer.cause')),
        row('请求和事由', '{answer.claims}'),
        row('调解主体', '{step.mediatorKind}'),
        row('签收材料日期', '{step.papersSignedOn}'),
        row('调解期限', '{deadline.mediateFirst}前', given('deadline.mediateFirst')),
      ),
      p('调解期限为三十日，自签字接收材料之日起计算；双方当事人同意延长的，不受此限。'),
      p(
        '达成协议的，将调解协议送达各方当事人并报本院备案，当事人可以依法申请司法确认；没有达成协议的，将材料移送本院，当事人坚持诉讼的，本院依法登记立案。',
      ),
      p('应当坚持自愿、合法、保密，不得强迫调解。当事人不同意继续的，随时终止。'),
      attachments('起诉状等材料'),
      COURT_SIGNED,
    ],
    [found('《最高人民法院关于人民法院特邀调解的规定》（2016）第十一条、第十九条、第二十一条、第二十七条')],
  ),
  form(
    'case-first-agreement',
    '诉前调解协议书',
    ['case.firstAgreement'],
    [
      table(
        row('纠纷', '{matter.title}'),
        row('案由', '{answer.cause}', given('answer.cause')),
        row('各方当事人', PARTY),
        row('请求和事由', '{answer.claims}'),
        row('达成协议日期', '{step.agreedOn}'),
        row('协议怎样保障', '{step.confirmation}'),
      ),
      p('各方自愿达成如下协议：{blank}'),
      p('履行方式和期限：{blank}'),
      p(
        '各方可以自协议生效之日起三十日内共同申请司法确认，由调解组织所在地或者委派调解的基层人民法院管辖。',
        where('answer.confirmation', 'confirmation', 'none'),
      ),
      signers('甲方（签名、盖章或者按指印）', '乙方（签名、盖章或者按指印）', '调解员（签名、加盖印章）'),
    ],
    [
      found('《最高人民法院关于人民法院特邀调解的规定》（2016）第十九条'),
      found('《民事诉讼法》（2023）第二百零五条'),
      product('协议正文另附', '本系统没有记录协议正文'),
    ],
  ),
  form(
    'case-return',
    '退回材料登记表',
    ['case.returnRecord'],
    [
      table(
        row('案件', '{matter.title}'),
        row('收到材料日期', '{answer.materialsOn}', given('answer.materialsOn')),
        row('曾告知补正', '{answer.corrections}', given('answer.corrections')),
        row('为什么退回', '{step.returnedWhy}'),
        row('退回日期', '{step.returnedOn}'),
        row('说明', '{step.returnNote}'),
      ),
      p('退回不等于裁定。坚持起诉的，本院依法裁定并告知上诉权。'),
      signers('领取人（签名）', '经办人（签名）'),
    ],
    [found('《行诉法解释》第五十五条', '退回诉状并记录在册；坚持起诉的裁定不予立案')],
  ),
  paper(
    'case-refusal',
    '不予受理（立案）裁定书',
    ['case.refusal'],
    [
      table(
        row('起诉人', PARTY),
        row('案件', '{matter.title}'),
        row('收到材料日期', '{answer.materialsOn}', given('answer.materialsOn')),
      ),
      p('起诉人提出：{answer.claims}'),
      p('本院经审查认为：{step.refusalReason}'),
      p(
        '依照《中华人民共和国民事诉讼法》第一百二十六条的规定，裁定如下：不予受理。',
        where('answer.category', 'civil'),
      ),
      p(
        '依照《中华人民共和国行政诉讼法》第五十一条的规定，裁定如下：不予立案。',
        where('answer.category', 'administrative'),
      ),
      p('依照{blank}的规定，裁定如下：{blank}', where('answer.category', 'criminal', 'enforcement')),
      remedies(APPEALABLE, where('answer.category', 'civil', 'administrative')),
      signers('审判长（审判员）', '书记员'),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第一百二十六条、第一百五十七条、第一百七十一条', '裁定写明结果和理由；十日内上诉'),
      found('《行政诉讼法》第五十一条、第八十五条', '载明不予立案的理由'),
      product('刑事自诉、执行案件的依据由承办法官填写'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'case-acceptance',
    '受理案件通知书',
    ['case.acceptance'],
    [
      to(PARTY),
      p(
        '“{matter.title}”一案，经审查符合起诉条件，本院决定立案审理，现将有关事项通知如下：',
        where('answer.category', 'civil', 'administrative'),
      ),
      p('“{matter.title}”一案，本院经审查决定受理，现将有关事项通知如下：', where('answer.category', 'criminal')),
      p(
        '“{matter.title}”一案，经审查符合执行立案条件，本院决定立案执行，现将有关事项通知如下：',
        where('answer.category', 'enforcement'),
      ),
      table(
        ...CASE_ROWS,
        row('立案日期', '{step.filedOn}'),
        row('审理程序', '{step.civilTrack}', given('step.civilTrack')),
        row('审理程序', '{step.criminalTrack}', given('step.criminalTrack')),
        row('审理程序', '{step.adminTrack}', given('step.adminTrack')),
        row('执行种类', '{step.enforcementTrack}', given('step.enforcementTrack')),
        row('审理期限', '{deadline.trialCivil}', given('deadline.trialCivil')),
        row('审理期限', '{deadline.trialAdministrative}', given('deadline.trialAdministrative')),
        row('审理期限', '{deadline.trialCriminal}', given('deadline.trialCriminal')),
        row('执行期限', '{deadline.enforce}', given('deadline.enforce')),
        row('案件受理费', '{step.feePaid}', given('step.feePaid')),
      ),
      p(
        '你（单位）有权委托诉讼代理人，申请回避，收集、提供证据，进行辩论，请求调解，提起上诉，申请执行；应当依法行使权利，遵守诉讼秩序，履行生效的裁判。',
        where('answer.category', 'civil', 'administrative'),
      ),
      p(
        '请填写并交回送达地址确认书；地址变更的，及时告知本院。本院公开立案、审判组织、审理期限及其扣除和延长的情况，你（单位）有异议可以向本院提出。',
      ),
      contact,
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第一百二十六条、《行政诉讼法》第五十一条'),
      found('《关于严格规范民商事案件延长审限和延期开庭问题的规定》（2019）第七条', '审限情况向当事人公开'),
    ],
  ),
  paper(
    'case-answer-notice',
    '应诉通知书',
    ['case.answerNotice'],
    [
      to(PARTY),
      p('本院受理“{matter.title}”一案，现发送起诉状副本，并将有关事项通知如下：'),
      table(...CASE_ROWS, row('立案日期', '{answer.filedOn}'), row('发送日期', '{step.complaintSentOn}')),
      p(
        '应当在收到起诉状副本之日起十五日内提出答辩状；不提出答辩状的，不影响本院审理。',
        where('answer.category', 'civil'),
      ),
      p(
        '应当在收到起诉状副本之日起十五日内，向本院提交作出行政行为的证据和所依据的规范性文件，并提出答辩状；不提出答辩状的，不影响本院审理。',
        where('answer.category', 'administrative'),
      ),
      p(
        '对管辖权有异议的，应当在提交答辩状期间提出。有权委托诉讼代理人，申请回避，提供证据，请求调解。请填写并交回送达地址确认书。',
      ),
      attachments('起诉状副本', '送达地址确认书'),
      contact,
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第一百二十八条', '五日内发送，十五日内答辩'),
      found('《行政诉讼法》第六十七条', '十五日内提交证据和规范性文件'),
      found('《民事诉讼法》（2023）第一百三十条', '管辖权异议在答辩期间提出'),
    ],
  ),
]
