import { expect } from 'vitest'
import type { SurveyContent } from '../../domain/surveys/survey.ts'
import type { SurveyView } from '../../domain/surveys/survey-view.ts'
import { bodyOf, json, type Send } from '../office.ts'

/** A survey of two townships, let out by a leader. */
export async function openedSurvey(writer: Send, leader: Send, day: string, households = 400, sample = 40) {
  const { id } = await bodyOf<{ id: string }>(
    await writer('/api/surveys', json({ kind: 'safety', title: '2026年安全感调查' })),
  )
  const at = `/api/surveys/${id}`
  const { content } = await bodyOf<SurveyView>(await writer(at))
  const strata = ['dongpu', 'yunxi'].map((unitId) => ({ unitId, households, sample }))
  const written: SurveyContent = { ...content, opensOn: day, strata }
  const body = { ...json({ seenVersion: 1, content: written }), method: 'PUT' }
  expect((await writer(at, body)).status).toBe(200)
  expect((await leader(`${at}/open`, json({ seenVersion: 2 }))).status).toBe(200)
  return { id, at, content: written, view: await bodyOf<SurveyView>(await writer(at)) }
}

/** The codes of a unit, as they are printed once. */
export const codesOf = async (writer: Send, at: string, unitId: string) =>
  (await bodyOf<{ codes: string[] }>(await writer(`${at}/codes`, json({ unitId })))).codes

/** Each operation of a survey once. */
export async function askOfSurveys(writer: Send, leader: Send, day: string) {
  const { at } = await openedSurvey(writer, leader, day)
  const [code] = await codesOf(writer, at, 'dongpu')
  expect((await writer(`${at}/answers`, json({ code, ticked: { q1: ['4'], q3: ['fire', 'light'] } }))).status).toBe(200)
  expect((await leader(`${at}/close`, json({ seenVersion: 3 }))).status).toBe(200)
  for (const path of ['/api/surveys', at]) expect((await writer(path)).status).toBe(200)
  const other = await bodyOf<{ id: string }>(await writer('/api/surveys', json({ kind: 'other', title: '别的' })))
  expect((await writer(`/api/surveys/${other.id}/drop`, json({ seenVersion: 1 }))).status).toBe(200)
}
