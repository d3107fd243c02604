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
  listOwnRejectedRows: { tag: 'import', summary: text('没有导入的行和原因', 'Rows that were not taken in, and why') },
} as const
