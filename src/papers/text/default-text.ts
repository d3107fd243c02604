import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { PaperText, Row } from './paper-text.ts'

/** A paper whose text nobody has written yet: what it is about, what its step marks to be shown to whoever it is for, and its basis. */
export function defaultText(procedure: Procedure, document: string): PaperText {
  const { title, source } = procedure.documents[document] ?? { title: { zh: document, en: document } }
  const issuing = Object.values(procedure.steps).filter((step) => step.issues?.includes(document))
  const basis = source ?? issuing.find((step) => step.source)?.source
  const rows = new Map<string, Row>()
  for (const { form } of issuing) {
    for (const [name, field] of Object.entries((form && procedure.forms[form]?.fields) || {})) {
      const value = `step.${name}`
      if (field.public) rows.set(name, { label: field.title.zh, value: `{${value}}`, when: value })
    }
  }
  return {
    id: `${procedure.id}.${document}`,
    title: title.zh,
    serves: [{ procedure: procedure.id, document }],
    blocks: [
      { kind: 'addressee', text: '{blank}：' },
      { kind: 'paragraph', text: '关于“{matter.title}”（登记号：{matter.reference}），现将有关事项告知如下：' },
      {
        kind: 'table',
        rows: [{ label: '事项', value: '{matter.title}' }, ...rows.values()],
      },
      ...(basis ? [{ kind: 'paragraph' as const, text: `依据：${basis.article.zh}。` }] : []),
      { kind: 'signature' },
    ],
    sources: basis ? [{ article: basis.article.zh, mark: basis.mark }] : [],
  }
}
