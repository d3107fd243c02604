import {
  CERTAINTIES,
  type MsgType,
  RESPONSES,
  SCOPES,
  SEVERITIES,
  URGENCIES,
} from '../../../../domain/outward/alert.ts'
import { areasOf } from '../../../../domain/outward/alert-areas.ts'
import type { Form, FormValues } from '../../../../domain/procedure/form.ts'
import type { Directory, Unit } from '../../../../domain/unit/unit.ts'
import type { Text } from '../../../../domain/wording/text.ts'
import { alertsEn } from '../../../words/alerts/alerts.en.ts'
import { alertsZh } from '../../../words/alerts/alerts.zh.ts'
import type { NewAlert } from './alerts-api.ts'

const both = (name: keyof typeof alertsZh.form): Text => ({ zh: alertsZh.form[name], en: alertsEn.form[name] })

/** The values of CAP as options, in words. */
const options = <T extends string>(values: readonly T[], zh: Record<T, string>, en: Record<T, string>) =>
  Object.fromEntries(values.map((value) => [value, { zh: zh[value], en: en[value] }]))

/** What whoever issues an alert is asked. An exercise is for nobody outside. */
export function alertForm(
  { units: all }: Directory,
  {
    proposed,
    unitId,
    exercise,
  }: { readonly proposed: readonly string[]; readonly unitId: string; readonly exercise: boolean },
): Form {
  const mayWarn = areasOf(all, unitId)
  const isArea = ({ id, kind }: Unit) =>
    mayWarn(id) && (kind === 'county' || kind === 'township' || proposed.includes(id))
  const named = (units: readonly Unit[]) => Object.fromEntries(units.map(({ id, name }) => [id, name]))
  const areas = named(Object.values(all).filter(isArea))
  const units = named(Object.values(all).filter(({ kind }) => kind !== 'village'))
  const scopes = SCOPES.filter((scope) => !exercise || scope !== 'Public')
  const english = { zh: alertsZh.form.english, en: alertsEn.form.english }
  return {
    title: { zh: alertsZh.title, en: alertsEn.title },
    fields: {
      headline: { kind: 'text', title: both('headline'), hint: both('headlineHint'), required: true, min: 2, max: 120 },
      description: { kind: 'longText', title: both('description'), required: true, min: 2, max: 2000 },
      instruction: { kind: 'longText', title: both('instruction'), max: 2000 },
      areas: { kind: 'choices', title: both('areas'), required: true, min: 1, max: 40, options: areas },
      severity: {
        kind: 'choice',
        title: both('severity'),
        required: true,
        options: options(SEVERITIES, alertsZh.severities, alertsEn.severities),
      },
      urgency: {
        kind: 'choice',
        title: both('urgency'),
        required: true,
        options: options(URGENCIES, alertsZh.urgencies, alertsEn.urgencies),
      },
      certainty: {
        kind: 'choice',
        title: both('certainty'),
        required: true,
        options: options(CERTAINTIES, alertsZh.certainties, alertsEn.certainties),
      },
      responses: {
        kind: 'choices',
        title: both('responses'),
        max: 5,
        options: options(RESPONSES, alertsZh.responseNames, alertsEn.responseNames),
      },
      expires: {
        kind: 'dateTime',
        title: both('expires'),
        hint: both('expiresHint'),
        required: true,
        notBefore: 'today',
      },
      scope: {
        kind: 'choice',
        title: both('scope'),
        required: true,
        options: options(scopes, alertsZh.scopes, alertsEn.scopes),
      },
      restriction: {
        kind: 'text',
        title: both('restriction'),
        required: true,
        min: 2,
        max: 200,
        when: { field: 'scope', is: ['Restricted'] },
      },
      to: {
        kind: 'choices',
        title: both('to'),
        required: true,
        min: 1,
        max: 40,
        options: units,
        when: { field: 'scope', is: ['Private'] },
      },
      headlineEn: { kind: 'text', title: both('headlineEn'), hint: english, max: 120 },
      descriptionEn: { kind: 'longText', title: both('descriptionEn'), max: 2000 },
      instructionEn: { kind: 'longText', title: both('instructionEn'), max: 2000 },
    },
  }
}

/** The answers as the server wants them. */
export function wishOf(
  values: FormValues,
  { seenVersion, msgType, replaces }: { seenVersion: number; msgType: MsgType; replaces: string | undefined },
): NewAlert {
  const said = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const list = (name: string) => (Array.isArray(values[name]) ? (values[name] as readonly string[]) : [])
  const inBoth = (name: string) => ({ zh: said(name), ...(said(`${name}En`) ? { en: said(`${name}En`) } : {}) })
  const scope = said('scope') as NewAlert['scope']
  return {
    seenVersion,
    msgType,
    ...(replaces ? { replaces } : {}),
    scope,
    headline: inBoth('headline'),
    description: inBoth('description'),
    ...(said('instruction') ? { instruction: inBoth('instruction') } : {}),
    urgency: said('urgency') as NewAlert['urgency'],
    severity: said('severity') as NewAlert['severity'],
    certainty: said('certainty') as NewAlert['certainty'],
    responses: list('responses') as NewAlert['responses'],
    expires: said('expires'),
    areas: [...list('areas')],
    ...(scope === 'Restricted' ? { restriction: said('restriction') } : {}),
    ...(scope === 'Private' ? { to: [...list('to')] } : {}),
  }
}
