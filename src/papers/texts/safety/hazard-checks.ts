import type { PaperText } from '../../text/paper-text.ts'
import {
  contact,
  form,
  found,
  given,
  local,
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
  unsealed,
  where,
} from '../build/blocks.ts'
import { againstAct } from '../build/remedies.ts'
import { hazardRows, REFERENCE } from './hazard-parts.ts'

/** What is checked, listed and closed about a hazard. */

const LISTING = local('青岛2012年挂牌督办做法', '挂牌、摘牌后公布；本县可以改')

export const HAZARD_CHECKS: readonly PaperText[] = [
  paper(
    'hazard-rectified',
    '整改情况报告',
    ['hazard.rectificationReport'],
    [
      p(`${REFERENCE}已经按要求整改，现报告整改情况，申请复查。`),
      table(
        row('地点', '{matter.place}'),
        row('指令书编号', '{answer.documentNo}', given('answer.documentNo')),
        row('整改期限', '{answer.rectifyBy}', given('answer.rectifyBy')),
        row('整改完成日期', '{step.fixedOn}'),
        row('整改情况', '{step.doneWork}'),
        row('实际花费', '{step.spent}', given('step.spent')),
        row('整改后照片', '{step.photosAfter}'),
      ),
      signers('整改责任人（签名）', '单位负责人（签名、盖章）'),
      unsealed,
    ],
    [product('整改前后照片对照')],
    { head: 'plain' },
  ),
  paper(
    'hazard-reinspection',
    '整改复查意见书',
    ['hazard.reinspection'],
    [
      to('{answer.responsibleUnit}'),
      p('本机关对你单位整改“{matter.title}”的情况进行了复查，意见如下：'),
      table(
        row('指令书编号', '{answer.documentNo}', given('answer.documentNo')),
        row('整改期限', '{answer.rectifyBy}', given('answer.rectifyBy')),
        row('地点', '{matter.place}'),
        row('复查日期', '{step.reinspectedOn}'),
        row('复查人', '{step.reinspectors}', given('step.reinspectors')),
        row('复查意见', '{step.opinion}'),
        row('还没有整改的', '{step.left}', given('step.left')),
      ),
      p(
        '上述隐患没有整改到位。你单位应当立即继续整改、保证安全；本机关将再次责令整改或者依法处罚。',
        given('step.left'),
      ),
      p(
        '被责令停产停业或者停止使用的，须经本机关审查同意后方可恢复；请书面申请恢复。',
        where('answer.stopWork', 'partial', 'whole'),
      ),
      p('对复查意见有异议的，可以向本机关陈述和申辩，附上证据。'),
      contact,
      signature,
      signers('复查人员（二人签名）及执法证号', '被复查单位负责人（签收）'),
    ],
    [
      found('《安全生产法》第六十五条', '重大隐患排除后经审查同意方可恢复'),
      recalled('《安全生产违法行为行政处罚办法》关于复查的期限', '条文待核'),
      product('复查人不是整改的承办人'),
    ],
  ),
  paper(
    'hazard-resumption',
    '恢复生产经营审查意见书',
    ['hazard.resumption'],
    [
      to('{answer.responsibleUnit}'),
      p(
        '你单位于{answer.resumptionAskedOn}申请恢复生产经营或者使用。本机关对“{matter.title}”的排除情况进行了审查，意见如下：',
      ),
      table(
        row('地点', '{matter.place}'),
        row('停止范围', '{answer.stopWork}', given('answer.stopWork')),
        row('申请理由', '{answer.resumptionGrounds}', given('answer.resumptionGrounds')),
        row('审查意见', '{step.resumptionOpinion}'),
      ),
      p('未经审查同意，不得恢复生产经营和使用。'),
      remedies(againstAct('意见书')),
      contact,
      signature,
      signers('审查人员（签名）', '申请单位负责人（签收）'),
    ],
    [
      found('《安全生产法》第六十五条'),
      recalled('《安全生产事故隐患排查治理暂行规定》第二十三条', '十日内现场审查；条文未见，待核'),
    ],
  ),
  paper(
    'hazard-listing',
    '挂牌督办通知书',
    ['hazard.listing'],
    [
      to('{answer.responsibleUnit}'),
      p('你单位存在“{matter.title}”，决定自{step.listedOn}起挂牌督办。'),
      table(
        row('地点', '{matter.place}'),
        row('隐患等级', '{matter.level}', given('matter.level')),
        row('挂牌单位', '{step.listedBy}'),
        row('督办领导', '{step.supervisor}'),
        row('挂牌理由', '{step.reason}'),
        row('挂牌总期限', '{deadline.listed}', given('deadline.listed')),
        row('首次报送月度进展', '{deadline.monthly}前', given('deadline.monthly')),
      ),
      p(
        '请落实整改措施、责任、资金、时限和预案，按月书面报送进展。不能在期限内完成的，提前书面申请延长。整改完成后申请验收，验收合格的予以摘牌。',
      ),
      signature,
    ],
    [LISTING, local('河北2017年挂牌督办', '措施、责任、资金、时限、预案五落实')],
    { number: '{step.listingNo}' },
  ),
  paper(
    'hazard-delisting',
    '摘牌通知书',
    ['hazard.delisting'],
    [
      to('{answer.responsibleUnit}'),
      p('你单位“{matter.title}”已经整改，经验收合格，自{step.delistedOn}起摘牌。'),
      table(
        row('地点', '{matter.place}'),
        row('挂牌日期', '{answer.listedOn}', given('answer.listedOn')),
        row('挂牌通知书编号', '{answer.listingNo}', given('answer.listingNo')),
        row('摘牌意见', '{step.delistOpinion}'),
      ),
      p('请继续保持，防止反弹；本机关将回头看。'),
      signature,
    ],
    [LISTING],
    { number: '{step.delistingNo}' },
  ),
  form(
    'hazard-write-off',
    '隐患销号审批表',
    ['hazard.writeOff'],
    [
      table(
        ...hazardRows,
        row('隐患等级', '{matter.level}', given('matter.level')),
        row('整改单位', '{answer.responsibleUnit}', given('answer.responsibleUnit')),
        row('指令书编号', '{answer.documentNo}', given('answer.documentNo')),
        row('整改期限', '{answer.rectifyBy}', given('answer.rectifyBy')),
        row('整改完成日期', '{answer.fixedOn}', given('answer.fixedOn')),
        row('整改情况', '{answer.doneWork}', given('answer.doneWork')),
        row('复查日期', '{answer.reinspectedOn}', given('answer.reinspectedOn')),
        row('复查人', '{answer.reinspectors}', given('answer.reinspectors')),
        row('复查意见', '{answer.opinion}', given('answer.opinion')),
        row('销号意见', '{step.approval}'),
        row('销号日期', '{step.writtenOffOn}'),
        row('回头看期限', '{deadline.lookBack}', given('deadline.lookBack')),
      ),
      signers('整改单位负责人（签名）', '复查人（签名）', '审批人（签名）'),
      unsealed,
    ],
    [recalled('整改、复查、批准的签字次序是通行做法', '待本县确认'), product('批准销号的不是整改承办人')],
  ),
]
