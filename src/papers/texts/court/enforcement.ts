import type { PaperText } from '../../text/paper-text.ts'
import {
  column,
  found,
  given,
  p,
  paper,
  product,
  recalled,
  remedies,
  row,
  rows,
  signers,
  table,
  to,
  where,
} from '../build/blocks.ts'
import { CASE_ROWS, COURT_SIGNED, PARTY } from './parts.ts'

/** 执行: notice, asset order, measures, objection, ending for now. */

export const ENFORCEMENT_PAPERS: readonly PaperText[] = [
  paper(
    'case-enforcement-notice',
    '执行通知书',
    ['case.enforcementNotice'],
    [
      to(PARTY),
      p('“{matter.title}”一案，本院已于{answer.filedOn}立案执行。请你（单位）立即履行生效法律文书确定的义务。'),
      table(
        ...CASE_ROWS,
        row('执行内容', '{answer.claims}'),
        row('标的额', '{answer.amount}', given('answer.amount')),
        row('发出日期', '{step.noticeSentOn}'),
      ),
      p(
        '没有按指定期间履行给付金钱义务的，应当加倍支付迟延履行期间的债务利息；没有按指定期间履行其他义务的，应当支付迟延履行金。',
      ),
      p(
        '本院可以立即采取强制执行措施。拒不履行的，依法采取限制消费、纳入失信被执行人名单、罚款、拘留等措施；构成犯罪的，依法追究刑事责任。',
      ),
      remedies('认为执行行为违反法律规定的，可以向本院提出书面异议。履行确有困难的，可以与申请执行人协商和解。'),
      p('执行款账户、承办人及联系电话：{blank}'),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第二百五十一条、第二百六十四条'),
      found('《民诉法解释》（2022）第四百八十条', '十日内发出；通知迟延履行利息、迟延履行金'),
      found('《民事诉讼法》（2023）第二百三十六条', '执行异议'),
    ],
  ),
  paper(
    'case-asset-order',
    '报告财产令',
    ['case.assetOrder'],
    [
      to(PARTY),
      p(
        '“{matter.title}”一案（案号{answer.caseNumber}），你（单位）没有按执行通知履行生效法律文书确定的义务。依照《中华人民共和国民事诉讼法》第二百五十二条的规定，责令你（单位）如实向本院报告当前以及收到执行通知之日前一年的财产情况。',
      ),
      table(
        row('发出日期', '{step.noticeSentOn}'),
        row('报告期限', '{blank}'),
        row('已责令报告财产', '{step.reportOrdered}'),
      ),
      p(
        '报告包括收入、存款、现金、有价证券，不动产及其权利，机器设备、车辆、船舶等动产，债权、股权、投资权益、知识产权等财产性权利，以及其他应当报告的财产。财产变动的，补充报告。',
      ),
      p(
        '拒绝报告或者虚假报告的，本院可以根据情节轻重予以罚款、拘留。对罚款、拘留不服的，可以向上一级人民法院申请复议一次，复议期间不停止执行。',
      ),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第二百五十二条'),
      found('《民事诉讼法》（2023）第一百一十九条', '罚款、拘留可以申请复议'),
      recalled('报告财产的范围', '《执行程序若干问题的解释》，条文待核'),
    ],
  ),
  paper(
    'case-measure',
    '查封、扣押、冻结裁定书',
    ['case.measureRuling'],
    [
      table(...CASE_ROWS, row('当事人', PARTY)),
      p('“{matter.title}”一案，本院在执行中裁定如下：'),
      rows(
        'measures',
        column('财产种类', '{measureKind}'),
        column('财产', '{asset}'),
        column('裁定、协助日期', '{orderedOn}'),
        column('裁定书编号', '{paperNo}'),
      ),
      p('续行{step.measure}，续行{step.extendBy}年。理由：{step.reason}', given('step.extendBy')),
      p('解除（处置完毕）{step.measure}。{step.liftReason}', given('step.liftReason')),
      p(
        '冻结银行存款的期限不得超过一年，查封、扣押动产的期限不得超过两年，查封不动产、冻结其他财产权的期限不得超过三年；续行期限不得超过上述期限。',
      ),
      p('查封、扣押、冻结期间，不得转移、隐藏、毁损、变卖、抵押、质押、典当、赠与上述财产。'),
      remedies(
        '当事人、利害关系人认为执行行为违反法律规定的，可以向本院提出书面异议；案外人对执行标的有异议的，可以向本院提出书面异议。',
      ),
      signers('审判长（执行员）', '书记员'),
      COURT_SIGNED,
    ],
    [
      found('《民诉法解释》（2022）第四百八十五条'),
      found('《民事诉讼法》（2023）第二百三十六条、第二百三十八条'),
      product('账号不写在纸上，见协助执行通知书'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'case-objection',
    '执行异议裁定书',
    ['case.objectionRuling'],
    [
      table(
        ...CASE_ROWS,
        row('异议人', '{blank}'),
        row('异议种类', '{answer.objectionKind}'),
        row('收到日期', '{answer.objectedOn}'),
      ),
      p('异议人提出：{answer.objection}'),
      p('本院查明并认为：{blank}'),
      p('适用《中华人民共和国民事诉讼法》第二百三十六条。', where('answer.objectionKind', 'act')),
      p('适用《中华人民共和国民事诉讼法》第二百三十八条。', where('answer.objectionKind', 'outsider')),
      p(
        '裁定如下：异议成立；撤销、改正执行行为，或者中止对该标的的执行，具体为：{blank}',
        where('answer.objectionResult', 'granted'),
      ),
      p('裁定如下：驳回异议请求。', where('answer.objectionResult', 'rejected')),
      remedies(
        '如不服本裁定，可以自本裁定送达之日起十日内向上一级人民法院申请复议。',
        where('answer.objectionKind', 'act'),
      ),
      remedies(
        '案外人、当事人对裁定不服，认为原判决、裁定错误的，依照审判监督程序办理；与原判决、裁定无关的，可以自本裁定送达之日起十五日内向人民法院提起诉讼。',
        where('answer.objectionKind', 'outsider'),
      ),
      signers('审判长', '审判员', '书记员'),
      COURT_SIGNED,
    ],
    [found('《民事诉讼法》（2023）第二百三十六条、第二百三十八条', '十五日内审查；十日复议；十五日起诉')],
    { number: '{step.documentNo}' },
  ),
  paper(
    'case-provisional',
    '终结本次执行程序裁定书',
    ['case.provisionalRuling'],
    [
      table(...CASE_ROWS, row('当事人', PARTY)),
      p('“{matter.title}”一案，本院在执行中查明：{step.endReason}'),
      table(
        row('约谈申请执行人日期', '{step.talkedOn}'),
        row('怎样核实', '{step.confirmedBy}'),
        row('确认书、批准文号', '{step.panelApproval}'),
        row('累计到位金额', '{answer.recovered}', given('answer.recovered')),
        row('裁定日期', '{step.endedOn}'),
      ),
      p(
        '依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百一十七条的规定，裁定如下：终结本次执行程序。',
      ),
      p(
        '被执行人负有继续履行的义务。申请执行人发现被执行人有可供执行财产的，可以再次申请执行，再次申请不受申请执行时效期间的限制。',
        given('step.endedOn'),
      ),
      remedies('当事人、利害关系人认为终结本次执行程序违反法律规定的，可以向本院提出书面异议。'),
      signers('审判长', '审判员', '书记员'),
      COURT_SIGNED,
    ],
    [
      found('《民诉法解释》（2022）第五百一十七条', '申请执行人签字确认，或者合议庭核实并经院长批准'),
      found('《民事诉讼法》（2023）第二百三十六条、第二百六十五条'),
      recalled('《关于严格规范终结本次执行程序的规定（试行）》（2016）：异议和五年内定期查询', '条文待核'),
    ],
    { number: '{step.documentNo}' },
  ),
]
