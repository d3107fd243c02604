import type { PaperText } from '../../text/paper-text.ts'
import { found, given, p, paper, remedies, row, signers, table, to, where } from '../build/blocks.ts'
import { CASE_ROWS, COURT_SIGNED, PARTY } from './parts.ts'

/** 裁判以后: certificate of effect, ruling on an application for a retrial, missed time, files that are called for. */

export const AFTER_PAPERS: readonly PaperText[] = [
  paper(
    'case-effect',
    '裁判文书生效证明',
    ['case.effectCertificate'],
    [
      to(PARTY),
      p('“{matter.title}”一案，本院裁判文书已发生法律效力，特此证明。'),
      table(
        ...CASE_ROWS,
        row('裁判文书编号', '{answer.documentNo}', given('answer.documentNo')),
        row('生效日期', '{step.effectiveOn}'),
        row('依法能否申请再审', '{step.retrialOpen}'),
        row('履行期间的最后一日', '{step.enforceFrom}', given('step.enforceFrom')),
      ),
      remedies(
        '认为裁判有错误的，可以在裁判发生法律效力后六个月内申请再审；法律另行规定起算日的，从其规定。申请再审不停止执行。',
        where('step.retrialOpen', 'yes'),
      ),
      p(
        '对方没有按期履行的，可以自履行期间的最后一日起二年内申请执行；期间的中止、中断依法办理。',
        where('step.enforceable', 'yes'),
      ),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第二百一十条、第二百一十六条', '六个月；不停止执行'),
      found('《民事诉讼法》（2023）第二百五十条', '二年'),
    ],
  ),
  paper(
    'case-retrial-ruling',
    '再审审查裁定书',
    ['case.retrialRuling'],
    [
      table(
        ...CASE_ROWS,
        row('当事人', PARTY),
        row('原案号', '{answer.otherNumber}', given('answer.otherNumber')),
        row('申请再审的事由', '{answer.claims}'),
      ),
      p('本院审查认为：{step.rulingReason}'),
      p('裁定如下：本案由本院再审；再审期间，中止原裁判的执行。', where('step.retrialResult', 'ordered')),
      p(
        '裁定如下：本案由{blank}人民法院再审；再审期间，中止原裁判的执行。',
        where('step.retrialResult', 'orderedElsewhere'),
      ),
      p('裁定如下：驳回再审申请。', where('step.retrialResult', 'rejected')),
      table(row('裁定日期', '{step.endedOn}')),
      remedies('不能再次申请再审；依法可以向人民检察院申请检察建议或者抗诉。', where('step.retrialResult', 'rejected')),
      signers('审判长', '审判员', '书记员'),
      COURT_SIGNED,
    ],
    [
      found('《民事诉讼法》（2023）第二百一十五条、第二百一十七条'),
      found('《民诉法解释》（2022）第一百二十九条、第三百八十一条'),
    ],
    { number: '{step.documentNo}' },
  ),
  paper(
    'case-missed-time',
    '顺延期限决定书',
    ['case.timeDecision'],
    [
      to('{step.party}'),
      p('“{matter.title}”一案，你（单位）因{answer.obstacle}耽误期限，申请顺延。'),
      table(
        ...CASE_ROWS,
        row('耽误的期限', '{answer.missed}', given('answer.missed')),
        row('障碍消除日期', '{answer.obstacleEndedOn}', given('answer.obstacleEndedOn')),
      ),
      p('本院决定：准许，期限顺延到{step.timeUntil}。理由：{step.timeReason}', where('step.timeGranted', 'yes')),
      p('本院决定：不准许。理由：{step.timeReason}', where('step.timeGranted', 'no')),
      COURT_SIGNED,
    ],
    [found('《民事诉讼法》（2023）第八十六条', '障碍消除后十日内申请，由法院决定')],
  ),
  paper(
    'case-files-called',
    '调卷移送函',
    ['case.filesLetter'],
    [
      to('{blank}人民法院'),
      p('你院调阅“{matter.title}”一案案卷的通知收悉。现将全部案卷和证据移送你院。'),
      table(
        ...CASE_ROWS,
        row('调卷通知编号', '{answer.callNo}', given('answer.callNo')),
        row('移送日期', '{step.filesSentOn}'),
        row('卷数', '{step.calledVolumes}'),
      ),
      p('请收到后签收回执，退回本院。'),
      COURT_SIGNED,
    ],
    [found('《最高人民法院关于严格执行案件审理期限制度的若干规定》（2000）第十九条', '五日内，至迟十日')],
  ),
]
