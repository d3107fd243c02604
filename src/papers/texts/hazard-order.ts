import type { PaperText } from '../text/paper-text.ts'

/** Orders a unit to put a hazard right by a day; for a major one with the six parts of its plan and what keeps people safe until then. */
export const hazardOrder: PaperText = {
  id: 'hazard-order',
  title: '责令限期整改指令书',
  serves: [{ procedure: 'hazard', document: 'order' }],
  number: '{answer.documentNo}',
  blocks: [
    { kind: 'addressee', text: '{answer.responsibleUnit}：' },
    {
      kind: 'paragraph',
      text: '经查，你单位存在下列事故隐患：{matter.title}（地点：{matter.place}）。依据{answer.legalBasis}，现责令你单位按下列要求整改。',
    },
    {
      kind: 'table',
      rows: [
        { label: '隐患等级', value: '{matter.level}' },
        { label: '整改措施', value: '{answer.measures}' },
        { label: '整改责任人', value: '{answer.responsiblePerson}' },
        { label: '联系电话', value: '{answer.responsiblePhone}' },
        { label: '整改资金', value: '{answer.fund}', when: 'answer.fund' },
        { label: '整改期限', value: '{answer.rectifyBy}前' },
        { label: '整改期间的防范措施', value: '{answer.interimMeasures}', when: 'answer.interimMeasures' },
        { label: '撤人和停产停业', value: '{answer.stopWork}', when: 'answer.stopWork' },
      ],
    },
    {
      kind: 'paragraph',
      when: 'matter.level',
      is: ['major'],
      text: '该隐患为重大事故隐患。你单位应当制定治理方案并报送本机关，方案应当包括：治理的目标和任务；采取的方法和措施；经费和物资的落实；负责治理的机构和人员；治理的时限和要求；安全措施和应急预案。',
    },
    {
      kind: 'paragraph',
      text: '整改期间应当采取措施保证安全。整改完成后，请及时报告本机关申请复查；逾期不整改或者整改达不到要求的，将依法处理。',
    },
    {
      kind: 'remedies',
      text: '如不服本指令，可以自收到本指令书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼；复议、诉讼期间，不停止执行本指令，法律另有规定的除外。',
    },
    { kind: 'signature' },
    { kind: 'signers', lines: ['检查人员（签名）', '被检查单位负责人（签名）'] },
  ],
  sources: [
    { article: '《安全生产法》第六十五条', mark: 'found', note: '责令排除隐患' },
    { article: '《安全生产事故隐患排查治理暂行规定》第十五条', mark: 'recalled', note: '治理方案六项' },
    { article: '《行政复议法》第二十条、《行政诉讼法》第四十六条', mark: 'recalled', note: '救济期限' },
  ],
}
