import { type Keys, keyedHash } from './keys.ts'

/** The keyed hash of an office by which the rows of its ledgers are known again when they come back in. */
export const rowTagMac =
  (keys: Keys, tenant: string): ((text: string) => string) =>
  (text) =>
    keyedHash(keys, `row tag ${JSON.stringify(tenant)}`, text)
