import type { PaperText } from '../../text/paper-text.ts'
import { form, found, given, p, product, recalled, row, signers, table } from '../build/blocks.ts'
import { CASE_ROWS } from './parts.ts'

/** Approvals about the time limit, and what goes to the archive: papers of the internal file. */

export const LIMIT_PAPERS: readonly PaperText[] = [
  form(
    'case-exclusion',
    '扣除期限审批表',
    ['case.exclusionApproval'],
    [
      table(
        ...CASE_ROWS,
        row('扣除事由', '{step.excluded}'),
        row('从哪天起', '{step.excludedFrom}'),
        row('到哪天', '{step.excludedTo}', given('step.excludedTo')),
        row('理由', '{step.exclusionReason}'),
        row('审批文书编号', '{step.exclusionPaper}'),
      ),
      p('扣除审限的事由、起止日期应当向当事人公开；当事人有异议的，可以向本院提出。'),
      signers('承办法官（执行员）', '审批人（签名）'),
    ],
    [
      found(
        '《最高人民法院关于严格执行案件审理期限制度的若干规定》（2000）第九条、《民诉法解释》（2022）第二百四十三条',
      ),
      found('《行诉法解释》第五十条、《刑事诉讼法》第二百三十五条'),
      found('2019年审限规定第七条', '向当事人公开'),
    ],
    { number: '{step.exclusionPaper}' },
  ),
  form(
    'case-extension',
    '延长期限审批表',
    ['case.extensionApproval'],
    [
      table(
        ...CASE_ROWS,
        row('申请延长多少', '{answer.askedLength}', given('answer.askedLength')),
        row('申请理由', '{answer.extensionReason}', given('answer.extensionReason')),
        row('批准延长多少', '{step.extendBy}（按该期限的单位：月或者日）'),
        row('批准理由', '{step.reason}'),
        row('审批文书、批复文号', '{step.approval}'),
        row('延长后到期', '{deadline.trialCivil}', given('deadline.trialCivil')),
        row('延长后到期', '{deadline.trialCriminal}', given('deadline.trialCriminal')),
        row('延长后到期', '{deadline.trialAdministrative}', given('deadline.trialAdministrative')),
        row('延长后到期', '{deadline.enforce}', given('deadline.enforce')),
      ),
      p('民商事案件延长审限，应当在期限届满十五日前申请，院长在届满五日前决定。延长的情况应当向当事人公开。'),
      signers('承办法官（执行员）', '审批人（签名）'),
    ],
    [
      found('《关于严格规范民商事案件延长审限和延期开庭问题的规定》（2019）第一条、第七条'),
      found('《民事诉讼法》（2023）第一百五十二条、第一百六十四条'),
    ],
    { number: '{step.approval}' },
  ),
  form(
    'case-archive',
    '卷宗移交清单',
    ['case.archiveList'],
    [
      table(
        ...CASE_ROWS,
        row('结案日期', '{answer.endedOn}', given('answer.endedOn')),
        row('应归档日期', '{deadline.archive}', given('deadline.archive')),
        row('移交日期', '{step.handedOn}'),
        row('正卷页数', '{step.mainPages}'),
        row('副卷页数', '{step.innerPages}'),
        row('电子卷宗', '{step.electronicFile}'),
        row('保管期限', '{step.keptFor}'),
        row('备注', '{step.archiveNote}', given('step.archiveNote')),
      ),
      p('副卷依规定不公开。缺少材料的，档案部门写明缺什么后退回补正。'),
      signers('移交人（签名）', '接收人（签名）'),
    ],
    [recalled('人民法院诉讼文书立卷归档办法：结案后三个月', '待本院确认'), product('归档后补充材料另行登记')],
  ),
]
