import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, reason } from '../../shared/v1/common-fields.ts'
import { approvalNo, caseNumber, dayDone, documentNo, doneOn, parties, partyNames } from './fields.ts'

const measures = {
  kind: 'items',
  title: text('措施', 'Measures'),
  hint: text('一项一行，新的写在后面', 'A row each; new ones at the end'),
  required: true,
  min: 1,
  max: 50,
  fills: 'measure',
  fields: {
    measureKind: {
      kind: 'choice',
      title: text('财产种类', 'Kind of asset'),
      required: true,
      options: {
        deposit: text('存款（一年）', 'Deposit, one year'),
        movable: text('动产（两年）', 'Movable, two years'),
        realEstate: text('不动产（三年）', 'Real estate, three years'),
        other: text('其他财产权（三年）', 'Other rights, three years'),
      },
    },
    orderedOn: {
      kind: 'date',
      title: text('裁定、协助日期', 'Ordered on'),
      required: true,
      notBefore: { field: 'materialsOn' },
      notAfter: 'today',
    },
    asset: {
      kind: 'text',
      title: text('财产（不写账号）', 'Asset, without account numbers'),
      required: true,
      max: 80,
    },
    paperNo: { kind: 'text', title: text('裁定书编号', 'Number of the ruling'), max: 60 },
  },
} as const satisfies FieldOf<'items'>

/** Enforcement: notice, search, measures with their ends, and how it is over. */
export const enforcementForms = {
  enforcementNotice: {
    title: text('发出执行通知', 'Send the notice'),
    fields: {
      noticeSentOn: doneOn('发出日期', 'Sent on'),
      reportOrdered: { kind: 'yesNo', title: text('已责令报告财产', 'Ordered to report assets'), required: true },
    },
  },
  search: {
    title: text('财产查控结果', 'Result of the search'),
    fields: {
      searchFinishedOn: doneOn('完成日期', 'Finished on'),
      searched: {
        kind: 'choices',
        title: text('查了哪些', 'Searched'),
        required: true,
        min: 1,
        options: {
          network: text('网络查控', 'Online network'),
          bank: text('存款', 'Deposits'),
          realEstate: text('不动产', 'Real estate'),
          vehicles: text('车辆', 'Vehicles'),
          securities: text('证券、股权', 'Securities and shares'),
          onSite: text('现场调查', 'On site'),
          clue: text('核实申请方的线索', 'Clues of the applicant'),
        },
      },
      found: {
        kind: 'choice',
        title: text('结果', 'Result'),
        required: true,
        options: {
          enough: text('有可供执行的财产', 'Assets found'),
          some: text('财产不足', 'Not enough'),
          none: text('没有发现', 'None found'),
        },
      },
    },
  },
  measures: { title: text('查封、扣押、冻结', 'Seize or freeze'), fields: { measures } },
  moreMeasures: {
    title: text('增加措施', 'Further measures'),
    fields: {
      measures: {
        ...measures,
        hint: text('新的写在后面，原有的不动', 'New ones at the end; leave the others'),
        known: true,
      },
    },
  },
  renewMeasure: {
    title: text('续行查封、冻结', 'Renew a measure'),
    fields: {
      measure: { kind: 'holder', of: 'measure', title: text('哪一项', 'Which measure'), required: true },
      extendBy: {
        kind: 'number',
        means: 'extendBy',
        title: text('续几年（存款一年、动产两年、不动产三年以内）', 'Years: deposits 1, movables 2, real estate 3'),
        required: true,
        min: 1,
        max: 3,
      },
      reason: { ...reason, means: 'reason' },
      documentNo: { ...documentNo, required: true },
    },
  },
  liftMeasure: {
    title: text('解除或处置完毕', 'Lift a measure'),
    fields: {
      measure: { kind: 'holder', of: 'measure', title: text('哪一项', 'Which measure'), required: true },
      liftReason: { ...reason, title: text('解除或处置情况', 'Lifted or sold') },
    },
  },
  sanctions: {
    title: text('惩戒措施考虑情况', 'Sanctions considered'),
    fields: {
      sanctionsConsidered: {
        kind: 'yesNo',
        title: text('已依法考虑限制消费、纳入失信等措施', 'The sanctions of the law were considered'),
        required: true,
      },
      consumptionLimited: {
        kind: 'yesNo',
        title: text('已发出限制消费令', 'The order that limits consumption was issued'),
        required: true,
      },
      debtorSought: {
        kind: 'choice',
        title: text('被执行方下落、妨害执行', 'Whereabouts, and obstruction'),
        required: true,
        options: {
          found: text('能联系上，没有妨害', 'Within reach, no obstruction'),
          sought: text('下落不明，已依法查找', 'Whereabouts unknown; sought by law'),
          dealtWith: text('有妨害，已依法采取强制措施', 'Obstructed; dealt with by law'),
        },
      },
      sanctionNote: { ...note, title: text('结论（不评价人）', 'Conclusion; no judgment on anybody') },
    },
  },
  recovered: {
    title: text('执行到位', 'Recovered'),
    fields: {
      recovered: { kind: 'money', title: text('累计到位金额', 'Recovered in all'), required: true, min: 0 },
      recoveredOn: dayDone('到账日期', 'Received on'),
    },
  },
  objection: {
    title: text('登记执行异议', 'Record an objection'),
    fields: {
      objectedOn: dayDone('收到日期', 'Received on'),
      objectionKind: {
        kind: 'choice',
        title: text('哪一种', 'Of which kind'),
        required: true,
        options: {
          act: text('当事人、利害关系人对执行行为', 'Of a party or one concerned, against an act'),
          outsider: text('案外人对执行标的', 'Of an outsider, about what is seized'),
        },
      },
      objection: { ...reason, title: text('异议事项', 'Objection') },
    },
  },
  objectionDecided: {
    title: text('异议裁定', 'Decide the objection'),
    fields: {
      objectionResult: {
        kind: 'choice',
        title: text('结果', 'Result'),
        required: true,
        options: { granted: text('成立，撤销或改正', 'Granted'), rejected: text('驳回', 'Rejected') },
      },
      documentNo: { ...documentNo, required: true },
    },
  },
  endEnforcement: {
    title: text('执行结案', 'End the enforcement'),
    fields: {
      endedHow: {
        kind: 'choice',
        title: text('结案方式', 'How'),
        required: true,
        options: {
          enforced: text('执行完毕', 'Enforced in full'),
          settledEnforced: text('和解并履行完毕', 'Settled and performed'),
          terminated: text('终结执行', 'Ended'),
          dismissed: text('驳回申请、不予执行', 'Rejected'),
          transferred: text('销案、移送', 'Transferred'),
        },
      },
      endedOn: doneOn('结案日期', 'Ended on'),
      documentNo: { ...documentNo, required: true },
      endReason: { ...reason, title: text('简要情况', 'In short') },
    },
  },
  provisional: {
    title: text('终结本次执行程序', 'End for now'),
    fields: {
      endedOn: doneOn('裁定日期', 'Ruled on'),
      documentNo: { ...documentNo, required: true },
      talkedOn: dayDone('约谈申请方日期', 'The applicant was heard on'),
      endReason: { ...reason, title: text('为什么暂无财产可供执行', 'Why there is nothing for now') },
      confirmedBy: {
        kind: 'choice',
        title: text('怎样核实', 'Confirmed by'),
        required: true,
        options: {
          applicant: text('申请执行方签字确认', 'The applicant, in writing'),
          panel: text('合议庭核实，院长批准', 'A panel, with the president’s consent'),
        },
      },
      panelApproval: { ...approvalNo, title: text('确认书、批准文号', 'Number of the confirmation or consent') },
    },
  },
  check: {
    title: text('定期查询', 'Search again'),
    fields: {
      checkedOn: doneOn('查询日期', 'Searched on'),
      checkFound: {
        kind: 'choice',
        title: text('结果', 'Result'),
        required: true,
        options: { none: text('没有发现', 'None found'), found: text('发现财产', 'Assets found') },
      },
      materials,
    },
  },
  resume: {
    title: text('恢复执行', 'Resume'),
    fields: {
      title: { kind: 'text', title: text('标题', 'Title'), required: true, min: 2, max: 80, known: 'title' },
      resumeReason: { ...reason, title: text('发现了什么财产', 'What was found'), max: 1000 },
      resumedOn: dayDone('新案材料日期', 'Papers of the new case on'),
    },
  },
  archive: {
    title: text('移交归档', 'Hand to the archive'),
    fields: {
      handedOn: dayDone('移交日期', 'Handed over on'),
      mainPages: { kind: 'number', title: text('正卷页数', 'Pages, main file'), required: true, min: 1, max: 100_000 },
      innerPages: {
        kind: 'number',
        title: text('副卷页数', 'Pages, internal file'),
        required: true,
        min: 0,
        max: 100_000,
      },
      electronicFile: {
        kind: 'choice',
        title: text('电子卷宗', 'Electronic file'),
        required: true,
        options: {
          complete: text('随案同步，完整', 'Complete, made along with the case'),
          only: text('单套制，只有电子卷', 'Electronic only'),
          partly: text('不完整（写明缺什么）', 'Incomplete'),
        },
      },
      keptFor: {
        kind: 'choice',
        title: text('保管期限', 'Kept for'),
        required: true,
        options: {
          permanent: text('永久', 'For ever'),
          long: text('长期（60年）', 'Long, 60 years'),
          short: text('短期（30年）', 'Short, 30 years'),
        },
      },
      archiveNote: note,
    },
  },
  archiveBack: {
    title: text('退回补正', 'Back to be completed'),
    fields: { archiveBackReason: { ...reason, title: text('缺什么', 'What is missing') } },
  },
  archived: {
    title: text('接收归档', 'Accept into the archive'),
    fields: {
      archivedOn: doneOn('接收日期', 'Accepted on'),
      archiveNo: { kind: 'text', title: text('档号', 'Archive number'), required: true, max: 60 },
    },
  },
  archiveAddition: {
    title: text('归档后补充材料登记', 'Add to an archived file'),
    fields: {
      addedContent: { ...reason, title: text('补充内容', 'What is added') },
      addedTo: {
        kind: 'choice',
        title: text('入哪一卷', 'Into which file'),
        required: true,
        options: { main: text('正卷', 'Main'), inner: text('副卷', 'Internal') },
      },
      addedPages: { kind: 'number', title: text('页数', 'Pages'), required: true, min: 1, max: 10_000 },
      addedOn: dayDone('补充日期', 'Added on'),
    },
  },
  parties: {
    title: text('变更当事各方', 'Change the sides'),
    fields: {
      parties: { ...parties, known: true },
      ...partyNames,
      partiesReason: { ...reason, title: text('理由', 'Reason') },
    },
  },
  caseNumber: {
    title: text('更正案号', 'Put the case number right'),
    fields: {
      caseNumber: { ...caseNumber, required: true },
      numberReason: { ...reason, title: text('理由', 'Reason') },
    },
  },
} as const satisfies Record<string, Form>
