import type { PaperText } from '../../text/paper-text.ts'
import {
  contact,
  found,
  given,
  heading,
  p,
  paper,
  product,
  recalled,
  remedies,
  row,
  signature,
  signers,
  table,
  to,
  where,
} from '../build/blocks.ts'
import { againstAct } from '../build/remedies.ts'

/** What a unit is ordered to do about a hazard, and what follows when it does not. */

const REMEDY_LAW = found('《行政复议法》（2023）第二十条、第二十四条、第四十二条，《行政诉讼法》第四十六条、第五十六条')
const ORDER_LAW = found('《安全生产法》第六十五条')
const SIX = found(
  '《安全生产事故隐患排查治理暂行规定》（16号令）第十五条、《浙江省安全生产条例》（2016文本）第十五条',
  '重大隐患治理方案六项',
)
const GENERAL = where('matter.level', 'general')
const MAJOR = where('matter.level', 'major')

const major = [
  heading('重大隐患整改要求', MAJOR),
  p('（一）目标和任务：消除上述隐患，达到{answer.criterion}的要求。', MAJOR),
  p('（二）方法和措施：{step.measures}', MAJOR),
  p('（三）经费和物资：整改资金{step.fund}，由你单位保证到位。', MAJOR),
  p(
    '（四）负责的机构和人员：{step.responsibleUnit}，整改责任人{step.responsiblePerson}，联系电话{step.responsiblePhone}。',
    MAJOR,
  ),
  p('（五）时限和要求：{step.rectifyBy}前整改完毕。', MAJOR),
  p('（六）安全措施和应急预案：{step.interimMeasures}', MAJOR),
  p('撤人和停产停业：{step.stopWork}。', given('step.stopWork')),
  p('请在{deadline.plan}前按以上六项制定治理方案，报本机关审核。', given('deadline.plan')),
  p(
    '被责令停产停业或者停止使用的，隐患排除后须经本机关审查同意，方可恢复生产经营和使用。',
    where('answer.stopWork', 'partial', 'whole'),
  ),
]

const AFTER =
  '整改期间应当保证安全；无法保证安全的，立即撤出人员、停止作业，并报告本机关。整改完成后请书面报告并申请复查。不能按期完成的，请在期限届满前书面申请延期并说明理由。'

export const HAZARD_ORDERS: readonly PaperText[] = [
  paper(
    'hazard-order',
    '责令限期整改指令书',
    ['hazard.order'],
    [
      to('{step.responsibleUnit}'),
      p('经检查，你单位存在下列事故隐患：'),
      table(
        row('隐患', '{matter.title}'),
        row('地点', '{matter.place}'),
        row('部位', '{answer.spot}', given('answer.spot')),
        row('隐患情况', '{answer.description}'),
        row('发现日期', '{answer.foundOn}', given('answer.foundOn')),
        row('隐患等级', '{matter.level}'),
      ),
      p('依据{step.legalBasis}，责令你单位按下列要求整改：'),
      {
        ...table(
          row('整改措施', '{step.measures}'),
          row('整改期限', '{step.rectifyBy}前'),
          row('整改责任人', '{step.responsiblePerson}'),
          row('联系电话', '{step.responsiblePhone}'),
          row('整改资金', '{step.fund}', given('step.fund')),
        ),
        ...GENERAL,
      },
      ...major,
      p(AFTER),
      p('逾期不整改或者整改达不到要求的，依照《安全生产法》第一百零二条等规定处理。'),
      remedies(againstAct('指令书')),
      contact,
      signature,
      signers('检查人员（签名）及执法证号', '被检查单位负责人（签收）'),
    ],
    [
      ORDER_LAW,
      found('《安全生产法》第一百零二条'),
      SIX,
      REMEDY_LAW,
      product('行政复议机关名称要填上'),
      product('乡镇、街道作出的，须有赋权或者委托的依据', '没有依据的，由主管部门出具'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'hazard-fire-order',
    '责令限期改正通知书',
    ['hazard.fireOrder'],
    [
      to('{step.responsibleUnit}'),
      p('经消防监督检查，发现你单位存在下列火灾隐患：'),
      table(
        row('隐患', '{matter.title}'),
        row('地点', '{matter.place}'),
        row('部位', '{answer.spot}', given('answer.spot')),
        row('隐患情况', '{answer.description}'),
        row('隐患等级', '{matter.level}'),
      ),
      p('依据{step.legalBasis}，责令你单位按下列要求改正：'),
      {
        ...table(
          row('改正措施', '{step.measures}'),
          row('改正期限', '{step.rectifyBy}前'),
          row('整改责任人', '{step.responsiblePerson}'),
          row('联系电话', '{step.responsiblePhone}'),
          row('整改资金', '{step.fund}', given('step.fund')),
        ),
        ...GENERAL,
      },
      ...major,
      p(
        '改正期间应当采取措施，确保消防安全；不及时消除隐患可能严重威胁公共安全的，依照《消防法》第五十四条对危险部位或者场所采取临时查封措施。',
      ),
      p('改正完成后请书面申请复查；期限届满也会复查。逾期不改正的，依法处理。'),
      remedies(againstAct('通知书')),
      contact,
      signature,
      signers('检查人员（签名）及执法证号', '被检查单位负责人（签收）'),
    ],
    [
      found('《消防法》第五十四条'),
      recalled('《消防监督检查规定》关于送达和复查的期限', '条文待核'),
      SIX,
      REMEDY_LAW,
      product('行政复议机关名称要填上', '由消防救援机构出具'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'hazard-seal',
    '查封决定书',
    ['hazard.seal'],
    [
      to('{answer.responsibleUnit}'),
      p('经查，你单位（地址：{matter.place}）存在“{matter.title}”，本机关决定予以查封。'),
      table(
        row('查封的场所、设施或者部位', '{step.sealedWhat}'),
        row('查封理由', '{step.reason}'),
        row('查封依据', '{blank}'),
        row('查封日期', '{step.sealedOn}'),
        row('查封期限', '至{blank}（不超过三十日；情况复杂的，经批准可以延长，延长不超过三十日）'),
      ),
      p('查封期间应当妥善保管，不得擅自拆封、使用。物品名称、数量见查封清单，清单一式二份，双方各存一份。'),
      p('你单位有权陈述和申辩。查封原因消除的，可以书面申请解除，本机关及时作出决定。'),
      remedies(againstAct('决定书')),
      contact,
      signature,
      signers('执法人员（二人签名）及执法证号', '被查封单位负责人（签收）', '见证人（被查封单位不到场时签名）'),
    ],
    [
      found('《行政强制法》第十八条、第二十四条、第二十五条', '决定书应当载明的五项；当场交付；三十日'),
      found('《安全生产法》第六十五条第四项；消防的依《消防法》第五十四条', '查封依据按实际填一条'),
      recalled('消防临时查封的程序和期限', '《消防监督检查规定》，条文待核'),
      REMEDY_LAW,
    ],
    { number: '{step.sealNo}' },
  ),
  paper(
    'hazard-power-cut',
    '停止供电通知书',
    ['hazard.powerCutNotice'],
    [
      to('{answer.responsibleUnit}'),
      p(
        '你单位存在重大事故隐患“{matter.title}”，拒不执行停产停业、停止施工或者停止使用的决定，有发生生产安全事故的现实危险。经本机关主要负责人批准，将通知供电单位停止供电。',
      ),
      table(
        row('地点', '{matter.place}'),
        row('拒不执行决定、现实危险的情况', '{step.powerCutReason}'),
        row('原决定文书编号', '{answer.documentNo}', given('answer.documentNo')),
        row('本通知送达时间', '{step.noticeGivenAt}'),
        row('停止供电不早于', '{deadline.powerCut}', given('deadline.powerCut')),
      ),
      p(
        '除有危及生产安全的紧急情形外，停止供电应当提前二十四小时通知。你单位应当在停电前采取措施，保证人员和设备安全。',
      ),
      p('依法履行决定、消除事故隐患的，请立即报告本机关，本机关及时解除上述措施。你单位有权陈述和申辩。'),
      remedies(againstAct('通知书')),
      contact,
      signature,
      signers('送达人（签名）', '被通知单位负责人（签收）'),
    ],
    [found('《安全生产法》第七十条'), REMEDY_LAW],
    { number: '{step.powerCutNo}' },
  ),
  paper(
    'hazard-penalty',
    '行政处罚决定书',
    ['hazard.penalty'],
    [
      to('{answer.responsibleUnit}'),
      p('当事人：{answer.responsibleUnit}，地址：{matter.place}，法定代表人或者负责人：{blank}。'),
      p('经查，你单位存在“{matter.title}”，违法事实：{step.reason}'),
      p('主要证据：{blank}'),
      p(
        '上述行为违反了{blank}的规定。处罚前的告知书文号和送达日期：{blank}。你单位陈述、申辩、听证的意见和复核情况：{blank}',
      ),
      p('依据{blank}的规定，决定给予以下行政处罚：{step.penalty}。', where('answer.penalty', 'fine', 'suspension')),
      p(
        '罚款数额（大写）：{blank}。自收到本决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳：{blank}。到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处数额不超出罚款数额。',
        where('answer.penalty', 'fine'),
      ),
      p(
        '停产停业整顿的范围和期限：{blank}。整顿后须经本机关审查同意，方可恢复。',
        where('answer.penalty', 'suspension'),
      ),
      p(
        '依照《安全生产法》第一百一十三条，本机关提请{blank}人民政府予以关闭；关闭由人民政府决定，另行送达。',
        where('answer.penalty', 'closure'),
      ),
      remedies(againstAct('决定书'), where('answer.penalty', 'fine', 'suspension')),
      contact,
      signature,
      signers('执法人员（二人签名）及执法证号', '被处罚单位负责人（签收）'),
    ],
    [
      found('《行政处罚法》第五十九条', '应当载明的六项；空白处由执法人员填写'),
      found(
        '《行政处罚法》第四十四条、第四十五条、第六十三条',
        '先告知，听取陈述、申辩；停产停业、较大数额罚款告知听证权',
      ),
      found('《行政处罚法》第六十一条、第六十七条、第七十二条、第七十三条', '七日内送达；十五日内缴款'),
      found('《安全生产法》第一百零二条、第一百一十三条', '消防的依《消防法》，条款由执法人员填写'),
      REMEDY_LAW,
    ],
    { number: '{step.penaltyNo}' },
  ),
]
