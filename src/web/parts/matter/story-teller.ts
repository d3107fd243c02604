import type { Matter } from '../../../domain/matter/matter.ts'
import { cellOf } from '../../../domain/matter/row-source.ts'
import { OPENING_PURPOSES } from '../../../domain/personal/opening-purpose.ts'
import type { Due, Recount } from '../../../domain/procedure/deadline.ts'
import { type Field, type FieldValue, personalOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { ROLES, type Role } from '../../../domain/unit/role.ts'
import type { TimelineItem } from '../../../domain/views/views.ts'
import { holderInFull, holderName, unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { holderText } from './holder-name.ts'
import { valueText } from './value-text.ts'

type Detail = {
  readonly title: string
  readonly value: string
  /** The cell of the old ledger that told it. */
  readonly cell?: string | undefined
}

export type Told = {
  readonly who: string
  readonly what: string
  readonly details: readonly Detail[]
  readonly isSystem: boolean
}

/** What is told with its reason. */
const NOTED = ['CodeIssued', 'FieldsShredded', 'DataOrdered', 'FieldCorrected', 'SeatsHandedOver']

/** Puts the events of a matter into words by its definition. */
export function useStoryTeller(procedure: Procedure, matter: Matter): (item: TimelineItem) => Told {
  const reading = useWords()
  const { words, say, locale } = reading
  const { directory, rulebook } = useOffice()
  const { events } = words

  const who = ({ postId, personName, ownPostId, isProgram }: TimelineItem) => {
    if (postId === 'system') return events.system
    if (postId === 'reporter') return events.reporter
    const name = personName ?? holderName(directory, ownPostId ?? postId, say)
    if (isProgram) return events.program(name)
    const title = directory.posts[postId]?.title
    return ownPostId && title ? words.team.actedFor(name, say(title)) : name
  }

  const clockTitle = (clockId: string | undefined) => {
    const rule = procedure.deadlines[clockId?.split('#')[0] ?? '']
    return rule ? say(rule.title) : ''
  }
  const recountText = ({ clockId, from, to }: Recount) => {
    const dayText = ({ dueOn, dueAt }: Due) => dayAndMonth(dueOn ?? dayOf(dueAt), locale)
    return from.dueAt === to.dueAt
      ? events.recountedMark(clockTitle(clockId))
      : events.recountedTo(clockTitle(clockId), dayText(from), dayText(to))
  }
  const fieldTitle = (name: string) => {
    const field = Object.values(procedure.forms).flatMap(({ fields }) => (fields[name] ? [fields[name]] : []))[0]
    return field ? say(field.title) : name
  }
  const outcomeTitle = ({ procedure: id, outcome }: NonNullable<TimelineItem['child']>) => {
    const title = procedureOf(rulebook, id)?.outcomes[outcome]
    return title ? say(title) : outcome
  }
  const roleTitle = (role = '') => (role in ROLES ? say(ROLES[role as Role].title) : role)
  const seatTitle = (postId = '') => {
    const post = directory.posts[postId]
    return post ? `${unitName(directory, post.unitId, say)} ${say(post.title)}` : postId
  }
  const spaced = (phrase: string) => (locale === 'zh' ? phrase : ` ${phrase}`)

  /** What a step drew and by what, what it keeps from others until another, and what it destroyed. */
  const apart = ({ hiddenUntil, shreds, draw }: TimelineItem) => {
    const until = procedure.steps[hiddenUntil ?? '']
    return [
      draw && events.drawn(draw.size, draw.seed, draw.digest.slice(0, 12)),
      until && events.hiddenUntil(say(until.title)),
      shreds && events.fieldsShreddedHere,
    ]
      .flatMap((said) => (said ? [`${words.semicolon}${said}`] : []))
      .join('')
  }

  const what = (item: TimelineItem): string => {
    switch (item.type) {
      case 'MatterOpened':
        return spaced(events.opened)
      case 'StepTaken': {
        const step = procedure.steps[item.step ?? '']
        return (
          (step?.told ? spaced(say(step.told)) : `${words.colon}${step ? say(step.title) : item.step}`) + apart(item)
        )
      }
      case 'DeadlineWarned':
        return `${words.colon}${events.warned(clockTitle(item.clockId))}`
      case 'DeadlineOverdue':
        return `${words.colon}${events.overdue(clockTitle(item.clockId))}`
      case 'DeadlineResumed':
        return `${words.colon}${events.resumed(clockTitle(item.clockId))}`
      case 'ClocksRecounted':
        return `${words.colon}${events.recounted((item.recounts ?? []).map(recountText).join(words.listComma))}`
      case 'MatterEscalated':
        return `${words.colon}${(item.isRaised ? events.escalated : events.nobodyToRaiseTo)(clockTitle(item.clockId), roleTitle(item.to))}`
      case 'LinkAdded':
        return spaced(events.linked(item.note ? `${words.colon}${item.note}` : ''))
      case 'ChildClosed':
        return item.child ? `${words.colon}${events.childClosed(item.child.reference, outcomeTitle(item.child))}` : ''
      case 'CrossingHeard':
        return item.heard && item.office
          ? `${words.colon}${words.crossing.heard(say(item.office), words.crossing.standing[item.heard.standing])}`
          : ''
      case 'FieldsOpened':
        return spaced(events.fieldsOpened((item.fields ?? []).map(fieldTitle).join(words.listComma)))
      case 'SeatsHandedOver':
        return spaced(
          words.team.handedOver(
            seatTitle(item.handedOver?.from),
            holderInFull(directory, item.handedOver?.to, say, locale),
          ),
        )
      case 'StatementAdded':
        return spaced(item.onBehalf ? events.statementOnBehalf : events.statementAdded)
      case 'CodeIssued':
        return spaced(events.codeIssued)
      case 'DataOrdered':
        return item.order ? `${words.colon}${events.dataOrdered[item.order]}` : ''
      case 'FieldCorrected':
        return spaced(events.fieldCorrected((item.fields ?? []).map(fieldTitle).join(words.listComma)))
      case 'FieldsShredded':
        return `${words.colon}${events.fieldsShredded}`
      default:
        return item.type
    }
  }

  const answerText = (field: Field, value: FieldValue | undefined) =>
    field.kind === 'holder' && typeof value === 'string'
      ? holderText({ id: value, seat: field.of }, matter, procedure, { ...reading, directory })
      : valueText(field, value, { ...reading, directory })

  /** The row of the old ledger. */
  const from = ({ source }: TimelineItem): Told['details'] =>
    source ? [{ title: events.from, value: events.fromRow(source.sheet, source.row) }] : []

  const details = (item: TimelineItem): Told['details'] => {
    if (item.type === 'StatementAdded')
      return [{ title: item.about ? fieldTitle(item.about) : '', value: item.note ?? '' }]
    if (item.type === 'FieldsOpened' && (item.purpose || item.note))
      return [
        {
          title: events.reason,
          value: [item.purpose && say(OPENING_PURPOSES[item.purpose]), item.note].filter(Boolean).join(words.colon),
        },
      ]
    if (NOTED.includes(item.type) && item.note) return [{ title: events.reason, value: item.note }]
    if (item.child)
      return [
        ...(item.child.reason ? [{ title: events.reason, value: item.child.reason }] : []),
        ...(item.child.successor ? [{ title: '', value: words.matter.childGoesOn(item.child.successor) }] : []),
      ]
    if (item.heard)
      return [
        ...(item.heard.reference ? [{ title: words.crossing.number, value: item.heard.reference }] : []),
        ...(item.heard.reason ? [{ title: words.crossing.reason, value: item.heard.reason }] : []),
      ]
    if (item.type !== 'StepTaken') return from(item)
    const form = procedure.forms[procedure.steps[item.step ?? '']?.form ?? '']
    const said = Object.entries(form?.fields ?? {}).flatMap(([name, field]: [string, Field]) => {
      const value = personalOf(field) ? '' : answerText(field, item.form[name])
      return value ? [{ title: say(field.title), value, cell: item.source && cellOf(item.source, name) }] : []
    })
    const passes = (item.passes ?? []).map(fieldTitle).join(words.listComma)
    return [...said, ...(passes ? [{ title: words.crossing.passes, value: passes }] : []), ...from(item)]
  }

  return (item) => ({
    who: who(item),
    what: what(item),
    details: details(item),
    isSystem: item.postId === 'system',
  })
}
