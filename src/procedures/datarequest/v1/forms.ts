import type { Field, Form, Personal } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason, toldHow } from '../../shared/v1/common-fields.ts'
import { importedForms } from '../../shared/v1/imported.ts'
import { receivedOn } from '../../shared/v1/notice-fields.ts'
import { recusalForms } from '../../shared/v1/recusal.ts'

export const KINDS = {
  access: text('查阅、复制', 'Access and copy'),
  correction: text('更正、补充', 'Correction'),
  deletion: text('删除', 'Deletion'),
  explanation: text('解释说明', 'Explanation'),
  withdrawal: text('撤回同意', 'Withdrawal of consent'),
  transfer: text('转移到别处', 'Transfer elsewhere'),
} as const

const answered: Personal = {
  purpose: text('核实是本人，把答复送到', 'To verify who asks and to send the answer'),
  retention: { length: 3, unit: 'year' },
  vault: true,
}

const opening = {
  title: text('登记个人信息请求', 'Record a request about personal data'),
  fields: {
    title: {
      kind: 'text',
      title: text('标题', 'Title'),
      hint: text('例如“申请查阅本人信息”，不写姓名', 'Such as "asks for a copy"; no name'),
      required: true,
      min: 2,
      max: 40,
      sets: 'title',
    },
    category: {
      kind: 'choice',
      title: text('请求什么', 'What is asked'),
      required: true,
      options: KINDS,
      sets: 'category',
    },
    asker: {
      kind: 'choice',
      title: text('谁提出', 'Who asks'),
      required: true,
      options: {
        self: text('本人', 'The person'),
        guardian: text('未成年人的监护人', 'The guardian of a minor'),
        relative: text('去世的人的近亲属', 'A close relative of somebody who has died'),
      },
    },
    wish: {
      kind: 'longText',
      title: text('具体要什么', 'What exactly'),
      hint: text('写清要查、要改、要删的是哪一项', 'Which item is to be seen, changed or deleted'),
      required: true,
      min: 2,
      max: 2000,
    },
    saidNumbers: {
      kind: 'text',
      title: text('所说的事项编号', 'Matters named'),
      hint: text('只查所说的这几件，不按姓名去找', 'Only these are looked at; nothing is searched by name'),
      max: 200,
    },
    aboutUnit: {
      kind: 'unit',
      title: text('所说的事项投诉了哪个单位', 'Unit complained about there'),
      hint: text('没有就不填；写了的单位看不到这件', 'Leave empty when none; that unit will not see this'),
      sets: 'aboutUnit',
    },
    receivedOn,
    contactName: { kind: 'text', title: text('怎么称呼', 'How to address them'), max: 30, personal: answered },
    contactPhone: { kind: 'text', title: text('联系电话', 'Phone'), max: 20, personal: answered },
  },
} as const satisfies Form

/** Refusals say where to turn, the court included (art. 50). */
const remedies = {
  kind: 'choices',
  title: text('告知的救济途径', 'Remedies told'),
  required: true,
  min: 1,
  options: {
    court: text('向人民法院起诉', 'Sue in a court'),
    complain: text('向履行个人信息保护职责的部门投诉', 'Complain to the authority'),
    again: text('补充材料后再提', 'Ask again with what was missing'),
  },
} as const satisfies Field

const answerFields = {
  replyText: {
    kind: 'longText',
    title: text('答复内容', 'Answer'),
    required: true,
    min: 2,
    max: 2000,
    public: true,
  },
  toldHow,
  toldOn: {
    kind: 'date',
    title: text('答复日期', 'Answered on'),
    required: true,
    notBefore: { field: 'receivedOn' },
    notAfter: 'today',
  },
} as const satisfies Record<string, Field>

/** Who asks is compared, not collected: no question takes a file, so that no copy of a card can be kept. */
const identity = {
  title: text('核实身份', 'Verify who asks'),
  fields: {
    verifiedHow: {
      kind: 'choice',
      title: text('怎么核实', 'How it was verified'),
      hint: text('证件看过就还，不复印、不拍照、不记号码', 'A card is looked at and given back; nothing of it is kept'),
      required: true,
      options: {
        document: text('当面看证件', 'Saw a document in person'),
        code: text('凭查询码，再核对登记的信息', 'By the code, and compared with what is registered'),
        callBack: text('拨登记的电话核对', 'Called the registered number'),
        deed: text('公证或委托书', 'A notarised deed'),
      },
    },
    verifiedSame: {
      kind: 'choice',
      title: text('核对结果', 'Result'),
      required: true,
      options: {
        same: text('与登记的一致', 'The same as registered'),
        different: text('不一致，要再核实', 'Not the same; to be verified again'),
      },
    },
    relationShown: {
      kind: 'choice',
      title: text('监护、近亲关系怎么证明', 'How the relation was shown'),
      hint: text('代别人提的要填', 'For those who ask for another'),
      options: {
        shown: text('看了证明文件', 'Saw the document'),
        known: text('村（居）委会出具了证明', 'Certified by the village or residents’ committee'),
      },
    },
  },
} as const satisfies Form

const asked = {
  title: text('请承办岗位查', 'Ask who has the matter'),
  fields: {
    keepers: {
      kind: 'items',
      title: text('承办岗位', 'Posts that have it'),
      required: true,
      min: 1,
      max: 10,
      fills: 'keepers',
      fields: {
        post: { kind: 'post', title: text('岗位', 'Post'), required: true },
        part: { kind: 'text', title: text('要查什么', 'What to look for'), required: true, max: 200 },
      },
    },
  },
} as const satisfies Form

export const datarequestForms = {
  opening,
  identity,
  naming: {
    title: text('关联所说的事项', 'Link a matter named'),
    fields: {
      concernedReference: {
        kind: 'text',
        title: text('事项编号', 'Number'),
        hint: text('只能是本人说出的编号或凭码找到的', 'Only one that the person named or has the code of'),
        required: true,
        min: 4,
        max: 40,
      },
    },
  },
  asked,
  part: {
    title: text('反馈查找结果', 'Say what is kept'),
    fields: {
      keptWhat: {
        kind: 'longText',
        title: text('存了哪几项', 'What is kept'),
        hint: text('只写项目名，不写内容', 'Only which items, not what they say'),
        required: true,
        min: 2,
        max: 1000,
      },
      stillNeeded: {
        kind: 'choice',
        title: text('是不是还要用', 'Whether it is still needed'),
        required: true,
        options: {
          needed: text('事项没办结，还要用', 'Yes, the matter is open'),
          law: text('档案等规定要求继续存', 'Kept because a rule on archives says so'),
          over: text('用完了', 'No'),
        },
      },
    },
  },
  partRefused: {
    title: text('退回', 'Send back'),
    fields: { partRefusal: { ...reason, title: text('为什么不归本岗位', 'Why it is not ours') } },
  },
  proposal: {
    title: text('提出意见', 'Propose'),
    fields: {
      foundWhat: {
        kind: 'longText',
        title: text('查到什么', 'What was found'),
        hint: text('只写项目名，不写内容', 'Only which items, not what they say'),
        required: true,
        min: 2,
        max: 2000,
      },
      proposal: { ...reason, title: text('建议怎么办、依据什么', 'What is proposed, and why') },
    },
  },
  returned: { title: text('退回再查', 'Return'), fields: { reason } },
  decision: {
    title: text('决定', 'Decide'),
    fields: {
      decision: {
        kind: 'choice',
        title: text('决定', 'Decision'),
        required: true,
        options: {
          granted: text('同意', 'Granted'),
          part: text('部分同意', 'Granted in part'),
          refused: text('不同意', 'Refused'),
        },
      },
      deletionWay: {
        kind: 'choice',
        title: text('删除请求怎么办', 'Of a deletion'),
        hint: text('规定的保存期没到，或者删不掉的，只存不用', 'Where a rule keeps it longer: stored, not used'),
        options: {
          erase: text('删除', 'Delete'),
          restrict: text('限制处理：只存不用', 'Restrict: stored, not used'),
        },
      },
      decisionReason: {
        kind: 'longText',
        title: text('理由和依据', 'Reason and basis'),
        required: true,
        min: 2,
        max: 1000,
        public: true,
        when: { field: 'decision', is: ['part', 'refused'] },
      },
      remedies: { ...remedies, when: { field: 'decision', is: ['part', 'refused'] } },
    },
  },
  copy: {
    title: text('交付副本', 'Hand over the copy'),
    fields: {
      handedHow: {
        kind: 'choice',
        title: text('怎么交付', 'How'),
        required: true,
        options: {
          inPerson: text('当面交付', 'In person'),
          mail: text('邮寄给本人', 'By post'),
          seen: text('当面看了，不要副本', 'Looked at, without a copy'),
        },
      },
      handedOn: {
        kind: 'date',
        title: text('交付日期', 'Handed over on'),
        required: true,
        notBefore: 'opening',
        notAfter: 'today',
      },
    },
  },
  done: {
    title: text('办理情况', 'What was done'),
    fields: {
      doneWhat: {
        kind: 'longText',
        title: text('怎么办的', 'What was done'),
        hint: text('只写哪一项，不写内容', 'Which item, not what it says'),
        required: true,
        min: 2,
        max: 1000,
      },
    },
  },
  carriedOut: {
    title: text('执行', 'Carry out'),
    fields: {
      carryReason: {
        ...reason,
        title: text('依据和保存要求', 'Basis, and what must be kept'),
        max: 200,
      },
    },
  },
  reply: { title: text('答复', 'Answer'), fields: answerFields },
  refusal: { title: text('告知不同意', 'Tell the refusal'), fields: answerFields },
  notVerified: {
    title: text('核实不了，不办', 'Cannot be verified'),
    fields: { ...answerFields, remedies },
  },
  extension: {
    title: text('延长', 'Give more time'),
    fields: {
      extendBy: {
        kind: 'number',
        means: 'extendBy',
        title: text('延几个工作日', 'Working days'),
        required: true,
        min: 1,
        max: 15,
      },
      reason: { ...reason, means: 'reason', public: true },
      toldHow: { ...toldHow, title: text('怎么告诉本人', 'How the person was told') },
    },
  },
  addition: {
    title: text('补充', 'Add'),
    fields: { note: { kind: 'longText', title: text('补充说明', 'What is added'), required: true, max: 1000 } },
  },
  withdraw: {
    title: text('撤回请求', 'Withdraw'),
    fields: { withdrawReason: { kind: 'longText', title: text('为什么', 'Why'), max: 500 } },
  },
  accepted: {
    title: text('认可答复', 'Accept'),
    fields: { comment: { kind: 'longText', title: text('想说的话', 'Comment'), max: 500 } },
  },
  objected: {
    title: text('不认可答复', 'Object'),
    fields: {
      complaint: { kind: 'longText', title: text('哪里不认可', 'What is wrong with it'), required: true, max: 1000 },
    },
  },
  ...recusalForms,
  ...importedForms(opening),
} as const satisfies Record<string, Form>
