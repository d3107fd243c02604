import { text } from '../../domain/wording/text.ts'

/** Where notices go outside the page, and the words that an office answers with. */
export const TOLD_OPERATIONS = {
  listAnswerTexts: {
    tag: 'lists',
    summary: text('常用语', 'Words that the office answers with'),
    note: text('本单位和上级单位的。', 'Of the own unit and those above it.'),
  },
  addAnswerText: { tag: 'lists', summary: text('加常用语', 'Add such words') },
  changeAnswerText: { tag: 'lists', summary: text('改常用语，旧的留着', 'Change them; the old version stays') },
  removeAnswerText: { tag: 'lists', summary: text('不再用这条常用语', 'Use them no more') },
  listTextVersions: { tag: 'lists', summary: text('一条常用语的各版', 'All versions of such words') },
  listOutlets: {
    tag: 'admin',
    summary: text('通知出口', 'Outlets of notices'),
    note: text('密钥和完整地址不在里面。', 'Neither secrets nor whole addresses.'),
  },
  addOutlet: {
    tag: 'admin',
    summary: text('给单位设通知出口', 'Set up an outlet for a unit'),
    note: text('网络钩子的密钥只在这一次回答里。', 'The secret of a webhook stands in this answer alone.'),
  },
  changeOutlet: { tag: 'admin', summary: text('改通知出口', 'Change an outlet') },
  renewOutletSecret: {
    tag: 'admin',
    summary: text('换密钥', 'Renew the secret'),
    note: text(
      '网络钩子的旧密钥再用24小时，两个签名一起发。',
      'The old secret of a webhook holds for 24 hours; both sign meanwhile.',
    ),
  },
  pauseOutlet: { tag: 'admin', summary: text('停发或恢复', 'Pause or resume an outlet') },
  removeOutlet: { tag: 'admin', summary: text('撤掉通知出口', 'Remove an outlet') },
  retryOutlet: { tag: 'admin', summary: text('没发出去的全部再发', 'Send all again that was given up') },
  testOutlet: { tag: 'admin', summary: text('试发一条，看对方怎么答', 'Send a test and see what is answered') },
  sendMailCode: {
    tag: 'lists',
    summary: text('把验证码发到填的邮箱', 'Mail a code to the address that was given'),
    note: text(
      '没验证过的地址不发通知。一小时最多五次。',
      'Nothing else goes to an address before its code came back. Five an hour at most.',
    ),
  },
  confirmMail: { tag: 'lists', summary: text('填验证码', 'Give the code back') },
} as const
