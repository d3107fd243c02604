import type { PaperText } from '../text/paper-text.ts'

/** The slip that whoever reported takes home: it came in, when it is answered, and where to ask. */
export const reportAcceptance: PaperText = {
  id: 'report-acceptance',
  title: '受理通知单',
  serves: [{ procedure: 'report', document: 'acceptance' }],
  blocks: [
    { kind: 'addressee', text: '{answer.contactName}：' },
    {
      kind: 'paragraph',
      text: '你（单位）反映的“{matter.title}”收悉（登记号：{matter.reference}）。经审查，属于本单位受理范围，现予以受理。',
    },
    {
      kind: 'table',
      rows: [
        { label: '登记日期', value: '{matter.openedOn}' },
        { label: '事项类别', value: '{matter.category}' },
        { label: '事项发生地', value: '{matter.place}' },
        { label: '难易程度', value: '{answer.difficulty}' },
        { label: '办结期限', value: '{deadline.handle}前' },
        { label: '受理单位', value: '{unit}' },
      ],
    },
    {
      kind: 'paragraph',
      text: '办理中需要你（单位）补充情况的，我们会与你（单位）联系；你（单位）也可以凭登记号和查询码查询办理进展、补充材料。到期没有答复的，可以凭查询码催问，或者向受理单位反映。',
    },
    { kind: 'signature' },
  ],
  sources: [
    { article: '《信访工作条例》第二十三条', mark: 'found', note: '受理与告知' },
    { article: '办结期限：各地12345热线条例', mark: 'local' },
  ],
}
