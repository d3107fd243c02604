import { randomBytes } from 'node:crypto'
import { type Keys, keyedHash } from '../../storage/keys/keys.ts'
import { readCode, reportCode } from '../public/code.ts'

/** A code that nobody can guess: ten letters of chance, 50 bits. */
export const newCode = (): string => reportCode(randomBytes(32).toString('hex'))

/** What is kept of a code: without the deployment key it cannot be tried out on a stolen table. */
export const codeHash = (keys: Keys, surveyId: string, code: string): Buffer =>
  Buffer.from(keyedHash(keys, 'survey-code', `${surveyId} ${code}`), 'hex')

/** The hash of a code as typed by people; undefined when it cannot be one. */
export function typedHash(keys: Keys, surveyId: string, typed: string): Buffer | undefined {
  const code = readCode(typed)
  return code === undefined ? undefined : codeHash(keys, surveyId, code)
}

/** The short code of a survey in its address. */
export const addressCode = (): string => newCode().slice(0, 6)
