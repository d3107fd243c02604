/** Every refusal the product knows. Adding one without a status and a wording does not compile. */
export type ErrorCode =
  | 'matter-not-found'
  | 'procedure-not-found'
  | 'procedure-not-yet' // its first version takes effect later; details.effectiveOn says when
  | 'step-unknown' // the procedure has no such step
  | 'step-not-open' // the step cannot be taken from the current state
  | 'role-required' // the actor's post does not carry a role that may take the step
  | 'out-of-scope' // the matter lies outside the actor's units
  | 'guard-refused' // a named condition of the step does not hold; details.guard says which
  | 'form-invalid' // details.issues lists field and rule
  | 'version-conflict' // someone wrote first: reload, then try again
  | 'key-reused' // an idempotency key came back with another command
  | 'reference-taken' // every number tried is in use already
  | 'deadline-unknown'
  | 'extension-refused' // too late, too long or too often; details.rule says which
  | 'sign-in-required'
  | 'sign-in-refused' // unknown name or wrong password: one answer for both
  | 'password-change-required' // a one-time password must be changed before anything else
  | 'second-factor-required' // the office demands a second factor, and this account has none yet
  | 'not-allowed'
  | 'not-found'
  | 'request-invalid' // body, query or flag that does not fit; details.issues
  | 'still-in-use' // a unit, post or person with open units, posts or matters cannot be closed; details count them
  | 'file-refused' // type or size; details.rule
  | 'field-sealed' // a personal field that this post may not open
  | 'matter-restricted' // stored and not used: another matter ordered it
  | 'field-shredded' // the key was destroyed on schedule
  | 'seal-broken' // sealed for another matter or field, or changed since
  | 'file-damaged' // its bytes on the disk are not what was stored, or are gone
  | 'too-many-requests'
  | 'import-refused' // mapping or file unusable as a whole
  | 'procedures-faulty' // a definition contradicts itself; details.faults name each place
  | 'database-unusable' // PostgreSQL cannot be started or used; details.rule says why, details.reason in its own words
  | 'not-set-up' // the office was not made yet: `anlan init`
  | 'busy'

/** One reason why one field of a form or request is not acceptable. */
export type Issue = {
  /** Path of the field: `fixedOn`, `problems.0.title`. */
  readonly field: string
  /** Which rule it broke: `required`, `too-short`, `too-long`, `too-small`, `too-large`, `not-a-date`, `not-an-option`, … */
  readonly rule: IssueRule
  /** The limit the rule names, when it has one. */
  readonly limit?: number | string
}

export type IssueRule =
  | 'required'
  | 'unknown-field'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-a-date'
  | 'too-early'
  | 'too-late'
  | 'not-an-option'
  | 'not-a-unit'
  | 'not-a-post'
  | 'not-an-office' // no other office stands so to this one, or one of the two has not agreed
  | 'post-elsewhere' // a post of another unit than the one that handles the matter
  | 'barred' // a post whose holder takes no part in this matter
  | 'not-barred' // whoever holds the post takes part in the matter as it is
  | 'not-as-computed' // another number than the other answers make; limit is theirs
  | 'not-by-rule' // another answer than the rule gives as the matter stands
  | 'lower-than-computed' // a level below the one its number stands for needs a reason; limit is that level
  | 'not-a-holder' // nobody of this name was asked, or they have answered already
  | 'nobody-there' // a unit where no post is held by anybody
  | 'wrong-form'
  | 'in-the-future'
  | 'before-opening'
  | 'taken'
  | 'wrong'
  | 'too-easy'
  | 'personal-data' // a text that many read carries a number or a name; limit lists the kinds
  | 'says-nothing' // a reason that is none: 看看, 工作需要
  | 'person-search' // a search names a person; limit as before
  | 'repeated' // rows of one file share a key and differ; limit names the rows
  | 'ruined' // a number that a spreadsheet shortened or turned into a date
  | 'unreadable' // characters that no text holds: a wrong encoding, or bytes of something else
  | 'quotation' // a quotation mark was opened and never closed; limit is the line
  | 'columns' // another number of cells than headings
  | 'not-in-table' // the mapping's value table does not know the cell
  | 'several-units' // units of this name lie in several places; limit lists them
  | 'ambiguous'
  | 'beyond-statute'
  | 'no-such-matter' // no matter in sight has this number, or it is the matter itself
  | 'linked-back' // the other matter says the same of this one; both cannot be
  | 'takes-others-on' // the matter named waits for others itself, and would be waited for in a circle
  | 'same-person' // whoever is to act for somebody is the same person
  | 'not-in-line' // a post that is neither in the unit of the post it acts for nor above it
  | 'in-exercise' // one is an exercise, the other is in earnest
  | 'ended-matter' // the matter named is over or was merged itself: nobody works on it
  | 'wrong-code' // a unified social credit code whose check character does not fit
  | 'no-such-record' // no record of this kind that is in force and in sight has this number
  | 'row-missing' // a row that the record asks was not answered; limit is its key
  | 'no-such-row' // the record asks no row of this key; limit is the key
  | 'row-exists' // a row is to be added whose key is there already; limit is the key
  | 'too-many-values'
  | 'too-deep'

/** The one error type that callers may see. Anything else is a bug and becomes a 500. */
export class AnlanError extends Error {
  override readonly name = 'AnlanError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.code = code
    this.details = details
  }
}

/** The issues that a refusal names. */
export const issuesOf = ({ details }: AnlanError): readonly Issue[] =>
  Array.isArray(details['issues']) ? details['issues'].filter(isIssue) : []

const isIssue = (one: unknown): one is Issue =>
  typeof one === 'object' && one !== null && 'field' in one && 'rule' in one && typeof one.field === 'string'
