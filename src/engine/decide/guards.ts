import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import { asWord } from '../../domain/procedure/form-check.ts'
import type { Guard, Procedure, Step } from '../../domain/procedure/procedure.ts'
import { answerTo } from './decide-facts.ts'

/** What a step brings with it. Absent while a screen only asks whether the step may be begun. */
export type Pending = { readonly form: FormValues; readonly files: readonly FileRef[] }

type Case = { procedure: Procedure; step: Step; matter: Matter; actor: Actor; pending?: Pending | undefined }

/** What the step's own form asks, it alone answers: an earlier consent does not speak for a field left empty now. */
const answer = ({ procedure, step, matter, pending }: Case, field: string) =>
  pending && step.form && procedure.forms[step.form]?.fields[field]
    ? pending.form[field]
    : answerTo(field, pending?.form ?? {}, matter.fields)

/** A condition that the step's own form may still fulfil does not lock the button. */
const formAsks = ({ procedure, step, pending }: Case, wanted: (name: string, kind: string) => boolean) =>
  !pending &&
  !!step.form &&
  Object.entries(procedure.forms[step.form]?.fields ?? {}).some(([name, field]) => wanted(name, field.kind))

const HOLDS: Record<Guard, (given: Case) => boolean> = {
  notTheHandler: ({ matter, actor }) =>
    !matter.handledBy.includes(actor.personId) && matter.ownerPostId !== actor.postId,
  isOwner: ({ matter, actor }) => matter.ownerPostId === actor.postId,
  isSupervisor: ({ matter, actor }) => matter.supervisorPostId === actor.postId,
  ownerAssigned: (given) =>
    !!given.matter.ownerPostId || formAsks(given, (name) => name === 'owner') || !!given.pending?.form.owner,
  hasEvidence: (given) =>
    !!given.pending?.files.length ||
    given.matter.files.some((file) => file.version >= given.matter.stateVersion) ||
    formAsks(given, (_, kind) => kind === 'files'),
  allChildrenDone: ({ matter }) => matter.openChildCount === 0,
  hasChildren: ({ matter }) => matter.childCount > 0,
  consentGiven: (given) => asWord(answer(given, 'consent')) === 'yes' || formAsks(given, (name) => name === 'consent'),
  isListed: (given) => typeof given.matter.fields.listedOn === 'string',
  notListed: (given) => typeof given.matter.fields.listedOn !== 'string',
  isMajor: ({ matter }) => matter.level === 'major',
  notMajor: ({ matter }) => matter.level !== 'major',
  notRegisteredBy: ({ matter, actor }) => matter.openedBy !== actor.personId,
}

/** The first condition of the step that does not hold, or undefined when all do. */
export const firstBrokenGuard = (given: Case): Guard | undefined =>
  given.step.guards?.find((guard) => !HOLDS[guard](given))
