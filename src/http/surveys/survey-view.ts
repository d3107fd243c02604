import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import {
  SURVEY_OPENERS,
  SURVEY_TYPISTS,
  SURVEY_WRITERS,
  type SurveyAct,
  type SurveyDoing,
} from '../../domain/surveys/survey.ts'
import type { StratumState, SurveyResult, SurveyRow, SurveyView } from '../../domain/surveys/survey-view.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { StoredSurvey, UnitState } from '../../storage/surveys/stored-survey.ts'

const has = ({ roles }: Actor, some: readonly Role[]) => roles.some((role) => some.includes(role))

/** Whether somebody defines surveys of their unit. */
export const mayWriteSurveys = (actor: Actor): boolean => has(actor, SURVEY_WRITERS)

type Standing = Pick<StoredSurvey, 'unitId' | 'state'>

/** A draft is for who writes it and who lets it go out; what went out is for the whole office. */
export const mayReadSurvey = (actor: Actor, survey: Standing, directory: Directory): boolean =>
  survey.state === 'open' || survey.state === 'closed' || writes(actor, survey) || opens(actor, survey, directory)

/** What somebody may do with a survey as it stands. */
export function surveyDoings(actor: Actor, survey: Standing, directory: Directory): SurveyDoing[] {
  const { state } = survey
  const [writer, opener] = [writes(actor, survey), opens(actor, survey, directory)]
  const isBelow = actor.unitPath.startsWith(directory.units[survey.unitId]?.path ?? '?')
  const may: Readonly<Record<SurveyDoing, boolean>> = {
    write: state === 'draft' && writer,
    open: state === 'draft' && opener,
    close: state === 'open' && (writer || opener),
    drop: state === 'draft' && (writer || opener),
    'hand-out': state === 'open' && writer,
    'type-in': state === 'open' && (writer || (isBelow && has(actor, SURVEY_TYPISTS))),
  }
  return (Object.keys(may) as SurveyDoing[]).filter((doing) => may[doing])
}

const writes = (actor: Actor, { unitId }: Standing) => mayWriteSurveys(actor) && actor.unitId === unitId
const opens = (actor: Actor, { unitId }: Standing, { units }: Directory) =>
  has(actor, SURVEY_OPENERS) && (units[unitId]?.path.startsWith(actor.unitPath) ?? false)

/** A line of the list. */
export function surveyRow({ id, kind, unitId, state, content }: StoredSurvey, states: readonly UnitState[]): SurveyRow {
  const { title, opensOn, closesOn, strata } = content
  return {
    id,
    kind,
    title,
    unitId,
    state,
    opensOn,
    closesOn,
    asked: strata.reduce((sum, { sample }) => sum + sample, 0),
    answered: states.reduce((sum, { answered }) => sum + answered, 0),
  }
}

type Seen = {
  readonly actor: Actor
  readonly directory: Directory
  readonly baseUrl: string
  readonly states: readonly UnitState[]
  readonly result?: SurveyResult | undefined
}

/** The whole survey as its reader may see it. */
export function surveyView(survey: StoredSurvey, { actor, directory, baseUrl, states, result }: Seen): SurveyView {
  const { version, code, content, changed, opened, closed, prints } = survey
  const may = surveyDoings(actor, survey, directory)
  return {
    ...surveyRow(survey, states),
    version,
    content,
    address: `${baseUrl}/public/survey/${code}`,
    may,
    prints: writes(actor, survey) || opens(actor, survey, directory) ? prints : [],
    changed: actOf(changed),
    ...present({ opened: opened && actOf(opened), closed: closed && actOf(closed), result }),
    strata: content.strata.map(({ unitId, sample, households }): StratumState => {
      const { left = 0, answered = 0 } = states.find((each) => each.unitId === unitId) ?? {}
      const weight = answered > 0 ? Math.round((10 * households) / answered) / 10 : undefined
      return { unitId, asked: sample, answered, left, ...present({ weight }) }
    }),
  }
}

const actOf = ({ at, personName, postId }: SurveyAct): SurveyAct => ({ at, personName, postId })
