import { text } from '../../domain/wording/text.ts'

/** Second factors, passkeys, other houses and accounts of programs, in words. */
export const SIGN_IN_OPERATIONS = {
  secondStep: {
    tag: 'session',
    summary: text('登录第二步：验证码或备用码', 'Second step of signing in: a code, or a recovery code'),
    note: text('密码对了五分钟内。', 'Within five minutes after the password.'),
  },
  revokeOtherSessions: { tag: 'session', summary: text('结束其他所有登录', 'End all other sessions') },
  getFactors: { tag: 'session', summary: text('我的第二道验证', 'My second factors') },
  startTotp: {
    tag: 'session',
    summary: text('开始设验证器', 'Begin to set up an authenticator'),
    note: text('给出一次验证码才算设好。', 'It counts once a code was given.'),
  },
  confirmTotp: {
    tag: 'session',
    summary: text('设好验证器', 'Confirm the authenticator with a code'),
    note: text(
      '备用码只在这个回答里；其他登录随之结束。',
      'Recovery codes are in this answer only; ends all other sessions.',
    ),
  },
  removeTotp: { tag: 'session', summary: text('去掉验证器', 'Remove the authenticator') },
  renewRecoveryCodes: {
    tag: 'session',
    summary: text('换一组备用码', 'New recovery codes'),
    note: text('只在这个回答里；旧的随即失效。', 'In this answer only; the old ones end.'),
  },
  startPasskey: { tag: 'session', summary: text('开始登记通行密钥', 'Begin to register a passkey') },
  addPasskey: { tag: 'session', summary: text('登记通行密钥', 'Register a passkey') },
  renamePasskey: { tag: 'session', summary: text('给通行密钥改名', 'Rename a passkey') },
  removePasskey: { tag: 'session', summary: text('去掉通行密钥', 'Remove a passkey') },
  askPasskey: { tag: 'session', summary: text('准备用通行密钥登录', 'Ask for a passkey') },
  signInByPasskey: { tag: 'session', summary: text('用通行密钥登录', 'Sign in by passkey') },
  getSignIn: {
    tag: 'admin',
    summary: text(
      '本单位怎么登录：谁必须用第二道验证，等批准的重置',
      'How people sign in: who must have a second factor, resets that wait',
    ),
  },
  setFactorRules: {
    tag: 'admin',
    summary: text('定谁必须用第二道验证', 'Say who must have a second factor'),
    note: text('还没有的人，下一次办事前先要设。', 'Whoever has none sets one up before anything else.'),
  },
  askFactorReset: {
    tag: 'admin',
    summary: text('申请重置一个人的第二道验证', 'Ask to reset the second factor of a person'),
    note: text('另一位管理员或审计岗批准后才办。', 'Done when another administrator or the auditor has agreed.'),
  },
  decideFactorReset: {
    tag: 'admin',
    summary: text('批准或退回重置第二道验证', 'Agree to a reset of a second factor or refuse it'),
    note: text(
      '不能批准自己申请的、自己的、自己发过密码的人的；重置后这个人的登录全部结束。',
      'Nobody agrees to what they asked for, to their own, or for somebody whose password they gave; ends all sessions of the person.',
    ),
  },
  listPersonSessions: { tag: 'admin', summary: text('一个人在哪些地方登录着', 'Where a person is signed in') },
  listServices: { tag: 'admin', summary: text('服务账号', 'Accounts of programs') },
  addService: {
    tag: 'admin',
    summary: text('加服务账号', 'Make an account for a program'),
    note: text(
      '以一个岗位办事，只能办所选的几项，最长一年。令牌只在这个回答里，以后放在每次请求的抬头里用。',
      'Acts in a post, within the scopes chosen, for a year at most. The token is in this answer only; it goes into Authorization: Bearer.',
    ),
  },
  endService: { tag: 'admin', summary: text('停用服务账号', 'End the account of a program') },
  getDoor: {
    tag: 'session',
    summary: text(
      '登录页：可以从哪里登录，第二步是什么',
      'The door: where one can sign in, and a second step that was begun',
    ),
  },
  linkHouse: {
    tag: 'session',
    summary: text('关联统一身份认证', 'Link oneself to the house where one signs in'),
    note: text('答复说去哪里登录；回来才算关联。', 'Says where to sign in; linked once one comes back.'),
  },
  unlinkOwnHouse: { tag: 'session', summary: text('取消自己的关联', 'Unlink oneself from that house') },
  unlinkHouse: {
    tag: 'admin',
    summary: text('取消一个人与统一身份认证的关联', 'Unlink a person from the house where they sign in'),
  },
} as const
