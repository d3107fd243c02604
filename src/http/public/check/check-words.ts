import type { Locale } from '../../../domain/wording/text.ts'

const zh = {
  title: '文书查验',
  lead: '输入文书末尾印的查验码，看这份文书是不是这里出的、现在是否有效。',
  code: '查验码',
  codeHint: '26位数字和字母，连字符可以不输；扫文书上的二维码就不用输。',
  look: '查验',
  wrong: '没有查到。请对照文书再看一遍；反复核对仍查不到的，这份文书不是这里出的，请打电话核实。',
  missing: '请输入查验码。',
  tooMany: (seconds: number) => `查得太频繁了，请过${seconds}秒再试。`,
  another: '查另一份',
  valid: '是这里出具的文书，现在有效。',
  revoked: '是这里出具的文书，已经撤回，不再有效。',
  exercise: '这是演练用的文书，不具有法律效力。',
  office: '出具单位',
  kind: '文书',
  number: '文号',
  day: '出具日期',
  revokedOn: '撤回日期',
  fingerprint: '指纹',
  compareTitle: '怎么核对',
  compare: [
    '把文书上印的文书名称、文号、日期、指纹和上面逐项对照。有一项不一样，就不是这一份。',
    '指纹由出具时登记的全部内容算出：内容里有一个字、一个数不同，指纹就不同。',
    '指纹一致、但怀疑纸上的字被改过的，请出具单位按文号重新打印一份，对照正文。',
  ],
  private: '这一页不显示文书的内容，也不显示当事人。',
}

const en: typeof zh = {
  title: 'Check a paper',
  lead: 'Type the code printed at the end of the paper to see whether it was issued here and is in force.',
  code: 'Code',
  codeHint: '26 digits and letters; dashes may be left out. Whoever scans the square types nothing.',
  look: 'Check',
  wrong:
    'Not found. Compare with the paper once more; if it stays unknown the paper was not issued here: please ask by telephone.',
  missing: 'Please type the code.',
  tooMany: (seconds) => `Too many tries; please wait ${seconds} seconds.`,
  another: 'Check another',
  valid: 'Issued here, and in force.',
  revoked: 'Issued here, taken back since, and no longer in force.',
  exercise: 'A paper of an exercise, without legal effect.',
  office: 'Issued by',
  kind: 'Paper',
  number: 'Number',
  day: 'Issued on',
  revokedOn: 'Taken back on',
  fingerprint: 'Fingerprint',
  compareTitle: 'How to compare',
  compare: [
    'Compare title, number, day and fingerprint on the paper with those above. If one differs, it is another paper.',
    'The fingerprint is worked out from everything that was on record when the paper was issued: one other word or figure gives another fingerprint.',
    'If the fingerprint is the same and you suspect that the print was altered, ask the office to print it again by its number and compare.',
  ],
  private: 'This page shows neither what the paper says nor whom it concerns.',
}

export const checkWords = (locale: Locale) => ({ zh, en })[locale]
