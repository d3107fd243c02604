import type { PaperText } from '../../text/paper-text.ts'
import {
  copies,
  form,
  found,
  given,
  local,
  p,
  paper,
  product,
  recalled,
  row,
  signature,
  signers,
  table,
  to,
  unsealed,
  where,
} from '../build/blocks.ts'

/** 督办单、通报、约谈、挂牌: the same for every kind that is urged. They speak of units and matters, never of persons. */

const URGED = ['report', 'petition', 'hazard', 'dispute', 'task', 'rectification']
const LISTED = ['report', 'petition', 'dispute', 'task', 'rectification']
const of = (kinds: readonly string[], document: string) => kinds.map((kind) => `${kind}.${document}`)

const COLOURS = local('宿迁2025年三色督办单：临期蓝单、进度慢或质量差黄单、逾期红单', '颜色和起发条件本县可以改')
const CALLED = found('《信访工作条例》第三十九条、第四十条', '约谈、通报、挂牌督办；只对信访工作，其他事项参照')
const ORDER = recalled('提醒、催办、督办、通报、约谈、挂牌督办的先后次序是惯例', '待本县确认')

export const LADDER_PAPERS: readonly PaperText[] = [
  paper(
    'slip',
    '督办单',
    of(URGED, 'slip'),
    [
      to('{matter.unit}'),
      p('你单位承办的下列事项需要督促，现发督办单。'),
      table(
        row('事项', '{matter.title}（编号{matter.reference}）'),
        row('级别', '{step.colour}'),
        row('不逐级的理由', '{step.higherReason}', given('step.higherReason')),
        row('要求', '{step.words}', given('step.words')),
        row('督办岗位', '{step.supervisorPost}', given('step.supervisorPost')),
        row('签收期限', '{deadline.slipAck}前', where('answer.colour', 'blue')),
        row('报进展期限', '{deadline.slipReport}前', where('answer.colour', 'yellow')),
        row('书面答复期限', '{deadline.slipAnswer}前', where('answer.colour', 'red')),
      ),
      p('请签收，按期办理。', where('answer.colour', 'blue')),
      p('请写明办到哪一步、卡在哪里，按期报本机关。', where('answer.colour', 'yellow')),
      p('请你单位负责人书面说明为什么拖下来、怎么补上，按期报本机关。', where('answer.colour', 'red')),
      p('本单发错的，请说明理由，由发单的一方核实后撤回。'),
      signature,
    ],
    [COLOURS, product('签收、报进展、答复的日数', '本系统的默认值，本县可以改')],
  ),
  paper(
    'circular',
    '通报',
    of(URGED, 'circular'),
    [
      to('各有关单位'),
      p('现将“{matter.title}”（编号{matter.reference}，承办单位{matter.unit}）的督办情况通报如下：'),
      p('{step.circularText}'),
      p('请承办单位在{deadline.slipAnswer}前书面说明拖延的原因和补救措施。', given('deadline.slipAnswer')),
      p('对本通报有异议的，可以书面向本机关提出，附上事实和材料。'),
      signature,
      copies('{matter.unit}'),
    ],
    [CALLED, ORDER, product('通报只说单位和事，不点个人，不排名')],
    { number: '{step.circularNo}' },
  ),
  form(
    'talk-record',
    '约谈记录',
    of(URGED, 'talkRecord'),
    [
      table(
        row('约谈日期', '{step.talkedOn}'),
        row('被约谈单位', '{matter.unit}'),
        row('约谈事项', '{matter.title}（编号{matter.reference}）'),
        row('约谈内容', '{step.talkPoints}'),
        row('承诺办好的日期', '{step.promisedOn}'),
      ),
      p('被约谈单位可以说明情况、提出意见，并要求记入本记录。核对无误后签名。'),
      signers('约谈人（签名）', '被约谈单位负责人（签名）', '记录人（签名）'),
      unsealed,
    ],
    [CALLED, ORDER],
  ),
  paper(
    'slip-listing',
    '挂牌督办通知书',
    of(LISTED, 'slipListing'),
    [
      to('{matter.unit}'),
      p('经研究，决定对你单位承办的“{matter.title}”（编号{matter.reference}）挂牌督办。'),
      table(
        row('挂牌原因', '{step.listWhy}'),
        row('摘牌条件', '{step.delistIf}'),
        row('挂牌期限', '至{step.listUntil}'),
      ),
      p(
        '请逐条落实，达到摘牌条件后书面报本机关核实；核实原因已经消除的，予以摘牌。有不同意见的，可以书面向本机关说明。',
      ),
      signature,
    ],
    [CALLED, ORDER],
  ),
  paper(
    'slip-delisting',
    '摘牌通知书',
    of(LISTED, 'slipDelisting'),
    [
      to('{matter.unit}'),
      p('你单位承办的“{matter.title}”（编号{matter.reference}），经核实挂牌原因已经消除，自{step.delistedOn}起摘牌。'),
      table(
        row('挂牌原因', '{answer.listWhy}', given('answer.listWhy')),
        row('核实结果', '{step.causeGone}'),
        row('核实情况', '{step.causeChecked}'),
      ),
      p('摘牌不等于办结，请继续办好剩余事项。'),
      signature,
    ],
    [CALLED, ORDER],
  ),
]
