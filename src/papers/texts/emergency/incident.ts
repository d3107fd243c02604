import type { PaperText } from '../../text/paper-text.ts'
import {
  attachments,
  column,
  form,
  found,
  given,
  p,
  paper,
  product,
  row,
  rows,
  signature,
  signers,
  table,
  to,
  where,
} from '../build/blocks.ts'

/** 突发事件: what is reported upwards, ordered, and found afterwards. */

const REPORTS = found('《生产安全事故报告和调查处理条例》第十条至第十三条')
const INFORMATION = found('《突发事件应对法》（2024）第六十一条', '及时、客观、真实，不得迟报、谎报、瞒报、漏报')
const RESPONSE = found('《突发事件应对法》（2024）第七十一条、第八十六条')

const happened = [
  row('事件', '{matter.title}（登记编号{matter.reference}）'),
  row('事件种类', '{answer.category}'),
  row('发生时间', '{answer.eventAt}'),
  row('地点', '{matter.place}'),
]
const losses = [
  row('死亡人数', '{answer.deaths}'),
  row('失联人数', '{answer.missing}'),
  row('重伤人数', '{answer.injured}'),
  row('直接经济损失', '{answer.loss}万元'),
]
/** What a report must hold (条例 art. 12). */
const twelve = [
  row('事发单位概况', '{answer.involved}', given('answer.involved')),
  row('现场情况', '{answer.scene}'),
  row('简要经过', '{answer.course}'),
  ...losses,
  row('已经采取的措施', '{answer.measures}'),
  row('其他应当报告的情况', '{answer.otherFacts}', given('answer.otherFacts')),
]

export const INCIDENT_PAPERS: readonly PaperText[] = [
  paper(
    'incident-first',
    '突发事件首报',
    ['incident.firstReport'],
    [
      to('{step.passedTo}', given('step.passedTo')),
      table(
        row('报给谁', '{step.reportedTo}', given('step.reportedTo')),
        row('首报时间', '{step.reportedAt}', given('step.reportedAt')),
        row('方式', '{step.reportedHow}', given('step.reportedHow')),
        row('转送时间', '{step.passedAt}', given('step.passedAt')),
        row('得知时间', '{answer.knownAt}'),
      ),
      table(...happened, ...twelve),
      p('人数含下落不明的人员；损失为初步估计。有新情况的，及时续报。'),
      signers('报告人（签名）及联系电话', '审核人（签名）'),
      signature,
    ],
    [REPORTS, INFORMATION, product('不写伤亡人员姓名')],
  ),
  paper(
    'incident-up',
    '突发事件上报',
    ['incident.upReport'],
    [
      table(row('报给谁', '{step.upTo}'), row('上报时间', '{step.upAt}'), row('方式', '{step.upHow}')),
      table(...happened, row('事件等级', '{matter.level}', given('matter.level')), ...twelve),
      p('逐级上报，每级不超过2小时；有新情况的，及时续报。'),
      signers('报告人（签名）及联系电话', '审核人（签名）'),
      signature,
    ],
    [REPORTS, INFORMATION],
  ),
  paper(
    'incident-supplement',
    '突发事件续报',
    ['incident.supplement'],
    [
      table(
        row('报给谁', '{step.supplementTo}'),
        row('续报时间', '{step.supplementAt}'),
        row('方式', '{step.supplementHow}'),
      ),
      table(...happened, ...losses, row('最新情况和措施', '{step.progress}')),
      p('自事故发生之日起30日内伤亡人数发生变化的，及时补报；道路交通事故、火灾事故为7日内。'),
      signers('报告人（签名）及联系电话', '审核人（签名）'),
      signature,
    ],
    [REPORTS, INFORMATION],
  ),
  paper(
    'incident-final',
    '突发事件终报',
    ['incident.finalReport'],
    [
      table(
        ...happened,
        row('事件等级', '{matter.level}', given('matter.level')),
        row('响应结束时间', '{answer.endedAt}', given('answer.endedAt')),
        ...losses,
        row('损失评估', '{step.lossAssessment}'),
        row('善后和恢复', '{step.restored}'),
      ),
      signers('报告人（签名）', '审核人（签名）'),
      signature,
    ],
    [REPORTS, found('《突发事件应对法》（2024）第八十七条', '影响和损失调查评估，报上一级政府')],
  ),
  paper(
    'incident-activation',
    '应急响应启动令',
    ['incident.activation'],
    [
      to('各有关单位'),
      p(
        '根据“{matter.title}”的性质、特点、可能造成的危害程度和影响范围，决定启动{step.responseLevel}应急响应。',
        where('answer.responseLevel', '1', '2', '3', '4'),
      ),
      p('根据“{matter.title}”的现场情况，决定不启动分级响应，由有关单位先行处置。', where('answer.responseLevel', '0')),
      table(
        row('启动时间', '{step.activatedAt}'),
        row('地点', '{matter.place}'),
        row('启动哪个预案', '{step.plan}', given('step.plan')),
        row('牵头单位', '{matter.unit}'),
        row('指令', '{step.instructions}', given('step.instructions')),
      ),
      rows('forces', column('工作组', '{team}', 1), column('单位', '{unit}', 1), column('做什么', '{duty}', 2)),
      rows(
        'actions',
        column('做什么', '{what}', 3),
        column('谁做', '{unit}', 1),
        column('启动后几分钟', '{minutes}', 1),
      ),
      p('各单位接到本令后立即到位、签到，按步骤处置并报告结果。'),
      signature,
    ],
    [RESPONSE],
  ),
  paper(
    'incident-level',
    '响应级别调整令',
    ['incident.levelChange'],
    [
      to('各有关单位'),
      p('根据“{matter.title}”的发展情况，决定自{step.changedAt}起，将应急响应调整为{step.responseLevel}。'),
      table(row('地点', '{matter.place}'), row('调整理由', '{step.levelReason}')),
      signature,
    ],
    [RESPONSE],
  ),
  paper(
    'incident-hand-up',
    '提请上级统一领导的报告',
    ['incident.handUp'],
    [
      to('{step.handedTo}'),
      p('“{matter.title}”引起的社会危害，本级不能消除或者不能有效控制，现报请上级统一领导应急处置工作。'),
      table(
        ...happened,
        row('报请时间', '{step.handedAt}'),
        row('本县牵头单位', '{step.unit}', given('step.unit')),
        row('为什么控制不了', '{step.handUpReason}'),
        ...losses,
        row('已经采取的措施', '{answer.measures}'),
      ),
      p('上级接手前，本级继续组织处置。'),
      signature,
    ],
    [found('《突发事件应对法》（2024）第十七条')],
  ),
  paper(
    'incident-stand-down',
    '响应结束令',
    ['incident.standDown'],
    [
      to('各有关单位'),
      p('“{matter.title}”的威胁和危害已经得到控制或者消除，决定自{step.endedAt}起解除应急响应，停止执行应急处置措施。'),
      table(row('结束的依据', '{step.endBasis}'), row('防次生、衍生事件的措施', '{step.secondaryRisks}')),
      p('各单位继续落实必要措施，尽快恢复社会秩序；为处置收集的个人信息，办结时依法销毁。'),
      signature,
    ],
    [RESPONSE, found('《突发事件应对法》（2024）第八十五条', '个人信息在应对工作结束后予以销毁')],
  ),
  paper(
    'incident-investigation',
    '事故调查报告',
    ['incident.investigation'],
    [
      to('{blank}人民政府'),
      table(
        ...happened,
        row('事发单位概况', '{answer.involved}', given('answer.involved')),
        row('事件等级', '{step.level}'),
        row('定级依据', '{step.gradeWhy}', given('step.gradeWhy')),
      ),
      table(
        row('发生经过和救援情况', '{answer.course}'),
        ...losses,
        row('直接原因', '{step.directCause}'),
        row('间接原因', '{step.rootCause}'),
        row('事故性质、责任认定和处理建议', '{blank}'),
      ),
      rows(
        'fixes',
        column('问题', '{title}', 2),
        column('原因', '{cause}', 2),
        column('措施', '{measure}', 3),
        column('整改单位', '{unit}', 2),
        column('时限', '{dueOn}', 2),
      ),
      attachments('证据材料', '调查组成员签名'),
      signers('调查组组长（签名）', '调查组成员（签名）'),
      signature,
    ],
    [
      found('《生产安全事故报告和调查处理条例》第二十九条、第三十条', '六十日；应当包括的六项；成员签名'),
      product('责任认定和处理建议由调查组写明', '本系统不记录对个人的处理建议'),
    ],
  ),
  form(
    'incident-evaluation',
    '整改措施落实评估',
    ['incident.evaluation'],
    [
      table(
        ...happened,
        row('批复日期', '{answer.repliedOn}', given('answer.repliedOn')),
        row('批复文号', '{answer.replyNo}', given('answer.replyNo')),
        row('评估日期', '{step.evaluatedOn}'),
        row('措施落实了没有', '{step.evaluation}'),
        row('公开渠道', '{step.publishedAt}'),
      ),
      rows('fixes', column('措施', '{measure}', 3), column('整改单位', '{unit}', 2), column('时限', '{dueOn}', 2)),
      signers('评估人（签名）'),
      signature,
    ],
    [found('《安全生产法》第八十六条', '批复后一年内评估并公开')],
  ),
]
