import type { SignInWords } from './sign-in.zh.ts'

/** The same words in English. */
export const signInEn: SignInWords = {
  page: 'Account and sign-in',
  lead: 'Passwords are seen and guessed. With a second factor, the password alone does not let anybody in.',
  menu: 'Account and sign-in',
  demanded: 'This office asks for a second factor.',
  mustTitle: 'Set up a second factor first',
  mustWhy: 'This office asks for a second factor. One is enough to go on; two are safer.',
  password: {
    title: 'Your password once more',
    why: 'You signed in more than ten minutes ago. Changes to how you sign in need the password again.',
    label: 'Current password',
  },
  totp: {
    title: 'Codes from your phone',
    what: 'An authenticator on the phone shows six digits every half minute, to be typed when you sign in. It needs no network.',
    off: 'Not set up',
    since: (day) => `Set up ${day}`,
    start: 'Set up codes',
    renew: 'Another phone',
    scan: 'Scan this with an authenticator (Microsoft or Google Authenticator, FreeOTP, …).',
    byHand: 'Or type this in by hand:',
    code: 'Six digits of the authenticator',
    again: 'Wait for the next six digits. Still wrong? See whether the clock of the phone is right.',
    confirm: 'Done',
    remove: 'Remove',
    removed: 'Removed',
  },
  recovery: {
    title: 'Recovery codes',
    what: 'When the phone is lost, a recovery code lets you in; each works once.',
    left: (count) => (count > 0 ? `${count} left` : 'None left'),
    renew: 'New codes',
    shown:
      'These codes are shown this once. Write them down or print them and lock them away, not together with the phone.',
    kept: 'I have kept them',
    copy: 'Copy all',
  },
  passkeys: {
    title: 'Passkeys',
    what: 'Sign in by the finger, face or PIN of this device, without name and password. A fake page cannot take it.',
    none: 'No passkeys yet',
    cannot:
      'Passkeys do not work in this browser or at this address: open the proper address of the office (the one with a lock), or take a newer browser.',
    name: 'What to call it',
    nameHint: 'Such as "office computer" or "my phone"',
    add: 'Add one',
    added: 'Added',
    since: (day) => `Added ${day}`,
    used: (moment) => `used ${moment}`,
    unused: 'not used yet',
    rename: 'Rename',
    remove: 'Remove',
    removed: 'Removed',
    failed: 'It did not work: the device did not answer, or you cancelled.',
    save: 'Save',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'End what you do not know, then change the password. Sessions end by themselves after 12 hours.',
    since: (from, used) => `Since ${from}, used ${used}`,
    until: (at) => `Ends by itself ${at}`,
    current: 'This one',
    end: 'End',
    others: 'End all others',
    ended: 'All others have ended',
    unknown: 'Unknown browser',
  },
  house: {
    title: 'Unified sign-in',
    linked: (name) => `Linked to ${name}; you can sign in from there.`,
    notLinked: (name) =>
      `Not linked to ${name} yet. Once linked, you sign in from there without the password of this place.`,
    link: (name) => `Link to ${name}`,
    unlink: 'Unlink',
    isUnlinked: 'Unlinked: nobody signs in to this account from there',
    signIn: (name) => `Sign in with ${name}`,
    cameBack: (how) =>
      how === 'unknown'
        ? 'You are known there, but no account here goes with it. Ask the administrator of your office for one; if you have an account, sign in with its password and link it under "Account and sign-in".'
        : how === 'failed'
          ? 'Signing in there did not work: it did not answer, or too much time passed. Try again; if it fails once more, use your account and password, and tell your administrator.'
          : '',
    isLinked: 'Linked',
    isNotLinked: 'Not linked: this identity is linked to another account, or somebody else signed in meanwhile.',
  },
  second: {
    title: 'One more check',
    totp: 'Open the authenticator on your phone and type its six digits.',
    totpOrCode: 'Six digits, or a recovery code',
    passkey: 'This account needs a passkey besides the password.',
    recoveryOnly: 'Without the device, type a recovery code.',
    submit: 'Sign in',
    usePasskey: 'Use a passkey',
    back: 'Start over',
    lost: 'Without phone and recovery codes, ask your administrator for a reset; it takes two people.',
  },
  byPasskey: 'Sign in with a passkey',
}
