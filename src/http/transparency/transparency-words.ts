import type { Locale } from '../../domain/wording/text.ts'

const zh = {
  title: '透明日志',
  lead: '这里办的每一件事、每一步，都按先后记进一份只能往后加的清单。清单的签名对外公开，谁都可以存一份；以后有人删改，一比就看得出来。',
  none: '透明日志还没有开始。服务器启动后半分钟内会自动开始，请稍后再看。',
  size: '已记',
  entries: (size: number) => `${size.toLocaleString('en')}条`,
  at: '最近一次签名',
  begun: '开始于',
  key: '公钥指纹',
  keyHint: '打电话核对时，双方各念一遍，一字不差才对。',
  witnesses: '见证单位',
  noWitness: '还没有。请上级或邻近单位来见证：它定时取签名、核对前后一致、再署上自己的名。',
  seen: (size: number) => `已见证到第${size.toLocaleString('en')}条`,
  notYet: '还没有见证过',
  howTitle: '怎么核对',
  how: [
    '存下今天的签名（下面第一个链接）。以后再来，用核验程序比对：新的清单必须以旧的开头，一条不少。',
    '反映过问题的，在“查进度”页面最下面点开“记录还在”，取“记录凭证”；持有文书的，在“文书查验”页面取。凭证可以在自己的电脑上离线核对。',
    '核验程序和核对页面都先存到自己的电脑上再用，不要只看本站显示的结果。',
  ],
  saysTitle: '公开了什么，没有公开什么',
  says: '公开的是加了密钥的摘要：看不出是哪件事、哪个人、办了什么，猜中了内容也无从印证。能看出的只有一段时间里一共记了多少条。',
  links: {
    checkpoint: '当前签名',
    key: '公钥（给核验程序用）',
    program: '核验程序（Node.js 单文件）',
    page: '凭证核对页面（离线可用）',
  },
  receipt: '记录凭证',
  receiptHint: '存到自己的设备上。以后谁删改了这条记录，凭证就对不上。',
  soon: '这条记录还没有进透明日志，请过一分钟再取。',
}

const en: typeof zh = {
  title: 'Transparency log',
  lead: 'Every matter and every step here goes, one after the other, into a list that can only grow. Its signature is public: whoever kept one can tell later whether anything was removed or changed.',
  none: 'The transparency log has not begun. It does so by itself within half a minute after the server starts; please come back.',
  size: 'Recorded',
  entries: (size) => `${size.toLocaleString('en')} entries`,
  at: 'Signed last',
  begun: 'Begun',
  key: 'Fingerprint of the key',
  keyHint: 'To compare by telephone, each side reads it out.',
  witnesses: 'Witnesses',
  noWitness:
    'None yet. Ask an office above or beside this one: it fetches the signature now and then, checks that nothing before has changed, and signs as well.',
  seen: (size) => `witnessed up to entry ${size.toLocaleString('en')}`,
  notYet: 'has not witnessed yet',
  howTitle: 'How to check',
  how: [
    'Keep today’s signature (the first link below). Later compare with the program: the new list must begin with the old one, with nothing missing.',
    'Whoever reported something gets a “proof of record” where the report is followed, at the foot under “The record stands”; whoever holds a paper, where papers are checked. It can be checked offline on a computer of one’s own.',
    'Save the program and the page on your own computer first; what this site says of itself proves nothing.',
  ],
  saysTitle: 'What is published and what is not',
  says: 'Published are keyed digests. They do not show which matter, which person or what was done, and a right guess cannot be confirmed. All that shows is how many entries there were in a span of time.',
  links: {
    checkpoint: 'Present signature',
    key: 'Public key (for the program)',
    program: 'Checking program (one file, Node.js)',
    page: 'Page that checks a proof (works offline)',
  },
  receipt: 'Proof of record',
  receiptHint: 'Keep it on a device of your own. If anybody removes or changes this record, the proof no longer fits.',
  soon: 'This record is not in the transparency log yet; please come back in a minute.',
}

export const transparencyWords = (locale: Locale) => ({ zh, en })[locale]
