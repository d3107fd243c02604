import { columnsOf, type Field, optionsOf, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { PaperText } from '../text/paper-text.ts'
import type { PaperValues } from './paper-values.ts'
import { vocabularyOf } from './vocabulary.ts'

/** What stands for an answer of a kind, in an invented matter. */
const SAMPLES: Readonly<Partial<Record<Field['kind'], string>>> = {
  number: '3',
  money: '12000元',
  date: '2026年3月12日',
  dateTime: '2026年3月12日9时30分',
  yesNo: '是',
  unit: '青岚县东浦镇',
  post: '青岚县应急管理局执法岗',
  level: '一般',
  files: '现场照片.jpg',
  record: 'DW-2026-0001',
  office: '青岚县人民法院',
  holder: '青岚县东浦镇',
}

const HEAD: Readonly<Record<string, string>> = {
  office: '青岚县应急管理局',
  unit: '青岚县应急管理局',
  number: '青应急〔2026〕12号',
  day: '2026年3月5日',
  dayInWords: '二〇二六年三月五日',
  basis: '《安全生产法》第六十五条',
  phone: '0570-1234567',
  address: '青岚县人民路1号',
  code: '7K42-MQ9F-3XRT-8WPN-C5DE',
  fingerprint: 'a3f1 09bc 77d2 4e18',
  checkAddress: 'https://example.gov.cn/check',
  'matter.title': '城东仓库消防通道被堵',
  'matter.reference': 'YH-2026-0417',
  'matter.sourceNumber': '2026-118',
  'matter.category': '仓储',
  'matter.level': '一般',
  'matter.place': '青岚县东浦镇城东路8号',
  'matter.placeUnit': '青岚县东浦镇',
  'matter.unit': '青岚县应急管理局',
  'matter.channel': '检查发现',
  'matter.openedOn': '2026年3月2日',
}

/** A paper's values in an invented matter, so that a template can be looked at before it is put in force. */
export function sampleValues(text: PaperText, procedures: readonly Procedure[]): PaperValues {
  const kinds = procedures.filter(({ id }) => text.serves.some(({ procedure }) => procedure === id))
  const texts: Record<string, string> = { ...HEAD, title: text.title, 'matter.kind': kinds.at(-1)?.title.zh ?? '' }
  const rows: Record<string, Record<string, string>[]> = {}
  const fields = kinds.flatMap(({ forms }) => Object.values(forms).flatMap((form) => Object.entries(form.fields)))
  for (const [name, field] of fields) {
    const sample = personalOf(field) ? '' : sampleOf(field)
    texts[`answer.${name}`] = sample
    texts[`step.${name}`] = sample
    if (field.kind === 'items') {
      const row = Object.fromEntries(
        Object.entries(columnsOf(field)).map(([column, inner]) => [column, sampleOf(inner)]),
      )
      rows[`rows.${name}`] = [row, row]
    }
  }
  for (const { name } of vocabularyOf(text, procedures)) {
    if (name.startsWith('deadline.'))
      texts[name] = name.endsWith('.law') ? '《信访工作条例》第三十四条' : '2026年4月3日'
  }
  return { texts, rows, raw: {} }
}

function sampleOf(field: Field): string {
  const [option] = Object.values(optionsOf(field) ?? {})
  if (field.kind === 'items') return '（各行内容）'
  return SAMPLES[field.kind] ?? (field.kind === 'level' ? '一般' : option?.zh) ?? `（${field.title.zh}）`
}
