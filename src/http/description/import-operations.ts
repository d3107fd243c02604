import { text } from '../../domain/wording/text.ts'

/** What a ledger that comes in by browser is asked, in words. */
export const IMPORT_OPERATIONS = {
  uploadLedger: {
    tag: 'import',
    summary: text('送一份台账', 'Send a ledger in'),
    note: text(
      '文件名放在 X-File-Name（百分号编码）。只有送的人看得到，一天后删除。',
      'Its name goes into X-File-Name, percent-encoded. Only whoever sent it sees it; it is deleted after a day.',
    ),
  },
  proposeImport: { tag: 'import', summary: text('这份台账可以怎样读', 'How this ledger could be read') },
  previewImport: { tag: 'import', summary: text('前200行会怎样', 'What would become of its first 200 rows') },
  askImport: { tag: 'import', summary: text('导入', 'Take it in') },
  listOwnImports: { tag: 'import', summary: text('我的导入', 'My imports') },
  stopImport: {
    tag: 'import',
    summary: text('停下我的一次导入', 'Stop an import of mine'),
    note: text('已经收下的留着。', 'What is in stays in.'),
  },
  listOwnRejectedRows: { tag: 'import', summary: text('没有导入的行和原因', 'Rows that were not taken in, and why') },
  sendReturned: {
    tag: 'import',
    summary: text('带回一份改过的台账', 'Bring back a ledger that was changed in a spreadsheet'),
    note: text(
      '谁带回，谁看得到，一天后删除；文件名放在 X-File-Name（百分号编码）。',
      'Only whoever brings it sees it; it is deleted after a day. Its name goes into X-File-Name, percent-encoded.',
    ),
  },
  mergeReturned: {
    tag: 'import',
    summary: text(
      '它改了什么，和现在的台账有哪些冲突',
      'What it changed, and where it meets what was recorded meanwhile',
    ),
  },
  recordReturned: {
    tag: 'import',
    summary: text('把选中的改动办成步骤', 'Record the changes that were chosen, as steps'),
    note: text(
      '每个改动都是带回的人自己办的一步；事项已经变了的不写，重新给出对照。重发不会重复。',
      'Each is a step of whoever brings it. A matter that changed meanwhile is shown again and not written; a retry doubles nothing.',
    ),
  },
  takeAddedRows: {
    tag: 'import',
    summary: text(
      '把新增的行另成一份，按新台账导入',
      'Set the rows that were added apart, to be taken in as a new ledger',
    ),
  },
} as const
