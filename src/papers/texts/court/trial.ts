import { text } from '../../../domain/wording/text.ts'
import type { PaperText } from '../../text/paper-text.ts'
import {
  form,
  found,
  given,
  matterForm,
  p,
  paper,
  product,
  recalled,
  remedies,
  row,
  signers,
  table,
  to,
  where,
} from '../build/blocks.ts'
import { CASE_ROWS, COURT_SIGNED, PARTY } from './parts.ts'

/** From the hearing to the judgment and its service. */

const HEARING_LAW = found(
  '《民事诉讼法》（2023）第一百三十九条、《民诉法解释》（2022）第二百二十七条',
  '三日前；当事人用传票，其他诉讼参与人用通知书',
)
const ADMIN_LAW = found('《行诉法解释》第七十一条')
const CRIMINAL_LAW = found('《刑事诉讼法》第一百八十七条', '三日前；起诉书副本十日前')
const SIMPLE_LAW = found(
  '《民事诉讼法》（2023）第一百六十二条、第一百六十三条，《民诉法解释》（2022）第二百六十一条',
  '简易程序可以用简便方式；没有确认收到的不得缺席判决',
)

const hearing = [
  row('开庭时间', '{answer.hearingAt}'),
  row('开庭地点', '{answer.venue}'),
  row('是否公开', '{answer.openly}'),
  row('不公开的理由', '{answer.closedReason}', given('answer.closedReason')),
]

export const TRIAL_PAPERS: readonly PaperText[] = [
  form(
    'case-summons',
    '传票',
    ['case.summons'],
    [
      table(
        row('案号', '{answer.caseNumber}'),
        row('案由', '{answer.cause}', given('answer.cause')),
        row('被传唤人', '{blank}'),
        row('住所地', '{blank}'),
        row('传唤事由', '开庭'),
        row('应到时间', '{answer.hearingAt}'),
        row('应到处所', '{answer.venue}'),
        row('承办人及电话', '{blank}'),
      ),
      p('一、请携带身份证件和本传票，按时到庭。'),
      p(
        '二、原告无正当理由拒不到庭，或者未经法庭许可中途退庭的，可以按撤诉处理；被告无正当理由拒不到庭，或者未经法庭许可中途退庭的，可以缺席判决。',
        where('answer.category', 'civil', 'administrative'),
      ),
      p('二、应当依法按时到庭参加诉讼。', where('answer.category', 'criminal')),
      p('三、有正当理由不能到庭的，请立即告知并提交证明。有权依法申请审判人员、书记员等回避。'),
      COURT_SIGNED,
    ],
    [
      HEARING_LAW,
      SIMPLE_LAW,
      ADMIN_LAW,
      CRIMINAL_LAW,
      found('《民事诉讼法》（2023）第一百四十六条、第一百四十七条，《行政诉讼法》第五十八条', '不到庭的后果'),
      found('《民事诉讼法》（2023）第四十七条至第四十九条', '回避在案件开始审理时提出'),
      product('本传票联交被传唤人，送达回证另存卷'),
    ],
  ),
  matterForm(
    'case-session-notice',
    'case.sessionNotice',
    {
      title: text('开庭通知书', 'Notice of the hearing'),
      states: ['hearingSet'],
    },
    [
      to('{blank}'),
      p('本院定于下列时间、地点开庭审理“{matter.title}”一案，通知你（单位）以{blank}身份准时到庭。'),
      table(...CASE_ROWS, ...hearing),
      p(
        '请携带身份证件和本通知书；诉讼代理人、辩护人请携带授权委托书或者法律援助文书。不能到庭的，请提前告知承办法官并说明理由。',
      ),
      p('承办法官、书记员及联系电话：{blank}'),
      COURT_SIGNED,
    ],
    [HEARING_LAW, ADMIN_LAW, CRIMINAL_LAW],
  ),
  paper(
    'case-hearing-announcement',
    '开庭公告',
    ['case.hearingNotice'],
    [
      p('本院定于下列时间、地点公开开庭审理下列案件：', where('answer.openly', 'open')),
      p('本案依法不公开审理，本件只作通知各方和存卷用，不得张贴。', where('answer.openly', 'closed')),
      table(...CASE_ROWS, row('当事人姓名或者名称', PARTY), ...hearing, row('通知、公告日期', '{step.noticedOn}')),
      p(
        '公民可以凭有效证件到庭旁听；未成年人、精神状态不能自控的人等依法不得旁听的除外。',
        where('answer.openly', 'open'),
      ),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第一百三十九条', '公开审理的公告当事人姓名、案由、时间、地点'),
      CRIMINAL_LAW,
      recalled('旁听规则', '《人民法院法庭规则》，条文待核'),
    ],
  ),
  form(
    'case-transcript',
    '庭审笔录',
    ['case.transcript'],
    [
      table(
        ...CASE_ROWS,
        row('开庭日期', '{step.heldOn}'),
        row('开庭地点', '{answer.venue}', given('answer.venue')),
        row('是否公开', '{answer.openly}', given('answer.openly')),
        row('询问回避', '{step.recusalAsked}'),
        row('庭审要点', '{step.transcript}'),
      ),
      p(
        '笔录应当庭宣读，或者告知当事人和其他诉讼参与人当庭或者五日内阅读。认为记录有遗漏或者差错的，有权申请补正；不予补正的，申请记录在案。',
        where('answer.category', 'civil', 'administrative'),
      ),
      p(
        '笔录交当事人阅读或者向他宣读；认为有遗漏或者差错的，可以请求补充或者改正，承认没有错误后签名或者盖章。',
        where('answer.category', 'criminal'),
      ),
      signers('审判长（审判员）', '书记员', '当事人和其他诉讼参与人（签名或者盖章）'),
    ],
    [found('《民事诉讼法》（2023）第一百五十条'), found('《刑事诉讼法》第二百零七条')],
  ),
  form(
    'case-judgment',
    '裁判文书签发登记单',
    ['case.judgment'],
    [
      table(
        ...CASE_ROWS,
        row('文书种类', '{step.decisionKind}'),
        row('文书编号', '{step.documentNo}'),
        row('裁判结果', '{step.result}'),
        row('怎样宣告', '{step.pronounced}'),
        row('裁判（结案）日期', '{step.endedOn}'),
        row('能否上诉', '{step.appealable}'),
      ),
      p('裁判内容以审判人员署名、加盖院印的文书正本为准。宣告判决时，必须告知当事人上诉权利、上诉期限和上诉的法院。'),
      remedies(
        '民事、行政：不服一审判决的，自判决书送达之日起十五日内上诉；不服一审可以上诉的裁定的，十日内上诉。',
        where('answer.category', 'civil', 'administrative'),
      ),
      remedies(
        '刑事：不服判决的上诉、抗诉期限为十日，不服裁定的为五日，自接到判决书、裁定书的第二日起算。',
        where('answer.category', 'criminal'),
      ),
      signers('审判长（审判员）', '书记员'),
    ],
    [
      found('《民事诉讼法》（2023）第一百五十一条、第一百七十一条'),
      found('《行政诉讼法》第八十条、第八十五条'),
      found('《刑事诉讼法》第二百三十条'),
      product('正本由裁判文书系统制作', '本系统只登记编号、结果和日期'),
    ],
    { number: '{step.documentNo}' },
  ),
  form(
    'case-closing',
    '结案文书登记单',
    ['case.closingPaper'],
    [
      table(
        ...CASE_ROWS,
        row('结案方式', '{step.endedHow}'),
        row('文书编号', '{step.documentNo}'),
        row('结案日期', '{step.endedOn}'),
        row('简要情况', '{step.endReason}'),
      ),
      p(
        '内容以审判人员、执行人员署名、加盖院印的文书正本为准。调解书应当直接送达当事人本人，不适用留置送达；本人因故不能签收的，可由其指定的代收人签收。',
      ),
      signers('审判长（审判员、执行员）', '书记员'),
    ],
    [
      found('《民事诉讼法》（2023）第一百四十八条、第一百五十四条'),
      found('《民诉法解释》（2022）第一百三十三条', '调解书不留置送达'),
      product('正本由裁判文书系统制作'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'case-conversion',
    '转换程序裁定书',
    ['case.conversionRuling'],
    [
      table(...CASE_ROWS, row('当事人', PARTY)),
      p('“{matter.title}”一案，本院于{answer.filedOn}立案。审理中查明：{step.conversionReason}'),
      p(
        '依照《中华人民共和国民事诉讼法》第一百七十条的规定，裁定如下：本案转为{step.civilTrack}。',
        where('answer.civilTrack', 'ordinary'),
      ),
      p('依照{blank}的规定，裁定如下：本案转为{step.civilTrack}。', where('answer.civilTrack', 'simple')),
      p(
        '依照{blank}的规定，决定：本案转为{step.criminalTrack}，审理期限自决定次日重新计算。',
        given('step.criminalTrack'),
      ),
      p('依照{blank}的规定，裁定如下：本案转为{step.adminTrack}。', given('step.adminTrack')),
      p('民事案件转为普通程序的，审理期限自立案之日起连续计算。', where('answer.civilTrack', 'ordinary')),
      signers('审判长（审判员）', '书记员'),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第一百七十条、《民诉法解释》（2022）第二百五十八条'),
      product('刑事、行政转换和小额转简易的依据由承办法官填写'),
    ],
    { number: '{step.documentNo}' },
  ),
  form(
    'case-service',
    '送达回证',
    ['case.serviceRecord'],
    [
      table(
        ...CASE_ROWS,
        row('送达文书', '{step.paper}（{answer.documentNo}）'),
        row('受送达人', '{blank}（{step.party}）'),
        row('送达地点', '{blank}'),
        row('送达方式', '{step.method}'),
        row('发送日期', '{step.sentOn}'),
        row('公告日期', '{step.announcedOn}', given('step.announcedOn')),
        row('到达、签收（生效）日期', '{step.arrivedOn}'),
        row('生效依据', '{step.basis}'),
        row('凭证号', '{step.proofNo}', given('step.proofNo')),
      ),
      p(
        '由同住成年家属、代理人、代收人签收的，写明与受送达人的关系。拒绝接收的，记明拒收事由和日期，由送达人、见证人签名或者盖章，把文书留在住所；也可以把文书留在住所，并拍照、录像记录过程。',
      ),
      p('调解书应当直接送达当事人本人，不适用留置送达。', where('answer.paper', 'mediationPaper')),
      p(
        '电子送达以信息到达受送达人特定系统的日期为准；受送达人要纸质判决书、裁定书、调解书的，应当提供。',
        where('answer.method', 'electronic'),
      ),
      p('公告送达自发出公告之日起经过三十日视为送达，原因和经过记入案卷。', where('answer.method', 'announcement')),
      signers('受送达人（签名或者盖章）', '代收人（签名）及关系', '送达人（签名）', '见证人（签名或者盖章）'),
    ],
    [
      found('《民事诉讼法》（2023）第八十七条至第九十五条', '送达必须有送达回证'),
      found('《民诉法解释》（2022）第一百三十三条', '调解书'),
    ],
  ),
  paper(
    'case-send-up',
    '上诉案件移送函',
    ['case.transferLetter'],
    [
      to('{blank}人民法院'),
      p('“{matter.title}”一案，当事人不服本院裁判，提起上诉（抗诉）。现将案卷移送你院。'),
      table(
        ...CASE_ROWS,
        row('裁判文书编号', '{answer.documentNo}', given('answer.documentNo')),
        row('裁判日期', '{answer.endedOn}', given('answer.endedOn')),
        row('收到上诉状、抗诉书日期', '{answer.appealedOn}', given('answer.appealedOn')),
        row('移送日期', '{step.sentUpOn}'),
        row('卷数', '{step.volumes}'),
      ),
      p('请收到后签收回执，退回本院。'),
      COURT_SIGNED,
    ],
    [
      found('《刑事诉讼法》第二百三十一条'),
      found('《最高人民法院关于严格执行案件审理期限制度的若干规定》（2000）第十五条至第十七条'),
    ],
  ),
]
