import type { Context, TypedResponse } from 'hono'
import { z } from 'zod'
import { brief, bulkResult, changed, done, opened, openedFields, stepResult } from './answers/acts.ts'
import {
  adminChange,
  adminPerson,
  adminPost,
  adminUnit,
  backups,
  failingJob,
  importBatch,
  oneTimePassword,
  rejectedPage,
  securityEvent,
  waitingPost,
} from './answers/admin.ts'
import { answerTexts, answerTextVersion } from './answers/answer-texts.ts'
import { fileRef } from './answers/common.ts'
import { behindView, compareView, indicatorsView, signsView, trialView } from './answers/compare/compare.ts'
import { countedView, countsView } from './answers/counts/counts.ts'
import { dutyView } from './answers/duty.ts'
import { events } from './answers/events.ts'
import { forecast } from './answers/figures/forecast.ts'
import { mapView, sentMap } from './answers/figures/map.ts'
import { handedOut, survey, surveyList, taken } from './answers/figures/surveys.ts'
import { importProposal, previewedRow, uploadedLedger } from './answers/imports.ts'
import { deadDelivery, inbox, mailSettings, unreadCount } from './answers/inbox.ts'
import { cameBackView, lessons } from './answers/learn.ts'
import {
  coverageView,
  directory,
  kindCount,
  matterPage,
  satisfaction,
  savedView,
  sheet,
  todayView,
} from './answers/lists.ts'
import { chainCheck, duplicateView, matterView } from './answers/matter.ts'
import { office, recountPreview, recountState, takenDays, takenPeople, takenUnits } from './answers/office.ts'
import { outlet, outletMade, outletTest } from './answers/outlets.ts'
import { growingView, overviewView, wallView } from './answers/overview/overview.ts'
import { bulletin, bulletinChanged, bulletinList, caseProposals, figureRows } from './answers/papers/bulletins.ts'
import { letterhead, paper, paperDetail, templateTaken } from './answers/papers/papers.ts'
import { comparison, concerned, personalDuties } from './answers/personal.ts'
import { accessLog, accessReport, emergency, exportView, ledgerForm } from './answers/readings.ts'
import { recordedRow, returnedSheet } from './answers/returned.ts'
import { behindCell, burdenView, dueReturn, fillView, returnsView, returnView } from './answers/returns/returns.ts'
import { sessionOfMine, sessionSeen, sessionView } from './answers/session.ts'
import * as signIn from './answers/sign-in.ts'
import { alertPreview, alertsView, calendarMade, calendarView, clientKey, clientKeyMade } from './answers/standards.ts'
import { gapsView, handOverPreview, handOverView, teamView } from './answers/team.ts'
import { panelBackTest, panelsView, warningsView } from './answers/warnings/warnings.ts'
import type { OperationId } from './operations.ts'

type Answer<T = unknown, S extends 200 | 201 = 200 | 201> = {
  readonly status: S
  readonly media: string
  readonly schema: z.ZodType<T>
}
const ok = <T>(schema: z.ZodType<T>): Answer<T, 200> => ({ status: 200, media: 'application/json', schema })
const created = <T>(schema: z.ZodType<T>): Answer<T, 201> => ({ status: 201, media: 'application/json', schema })
const docx = {
  ...ok(z.string().meta({ format: 'binary' })),
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const list = <T>(schema: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(schema)

/** What every operation answers. The description, the routes' types and so the client's follow from here. */
export const ANSWERS = {
  signIn: ok(signIn.entered),
  secondStep: ok(signIn.entered),
  revokeOtherSessions: ok(done),
  getFactors: ok(signIn.ownFactors),
  startTotp: ok(signIn.newTotp),
  confirmTotp: ok(signIn.recoveryCodes),
  removeTotp: ok(done),
  renewRecoveryCodes: ok(signIn.recoveryCodes),
  startPasskey: ok(signIn.deviceQuestion),
  addPasskey: ok(signIn.recoveryCodes),
  renamePasskey: ok(done),
  removePasskey: ok(done),
  askPasskey: ok(signIn.deviceQuestion),
  signInByPasskey: ok(signIn.entered),
  getSignIn: ok(signIn.signInState),
  setFactorRules: ok(done),
  askFactorReset: ok(changed),
  decideFactorReset: ok(changed),
  listPersonSessions: ok(list(sessionSeen)),
  listServices: ok(list(signIn.serviceAccount)),
  addService: created(signIn.serviceToken),
  endService: ok(changed),
  signOut: ok(signIn.left),
  getDoor: ok(signIn.doorView),
  linkHouse: ok(signIn.onward),
  unlinkOwnHouse: ok(done),
  unlinkHouse: ok(changed),
  changePassword: ok(done),
  listSessions: ok(list(sessionOfMine)),
  revokeSession: ok(done),
  getSession: ok(sessionView),
  choosePost: ok(sessionView),
  listMatters: ok(matterPage),
  getMatter: ok(matterView),
  getCoverage: ok(coverageView),
  listLessons: ok(lessons),
  getCameBack: ok(cameBackView),
  listBulletins: ok(bulletinList),
  addBulletin: ok(changed),
  getBulletin: ok(bulletin),
  writeBulletin: ok(bulletinChanged),
  recountBulletin: ok(bulletinChanged),
  signBulletin: ok(bulletinChanged),
  issueBulletin: ok(bulletinChanged),
  dropBulletin: ok(bulletinChanged),
  correctBulletin: ok(changed),
  proposeCases: ok(caseProposals),
  getFigure: ok(figureRows),
  listEvents: ok(events),
  verifyMatter: ok(chainCheck),
  openMatter: created(opened),
  takeStep: ok(stepResult),
  takeStepInBulk: ok(bulkResult),
  openFields: ok(openedFields),
  listConcerned: ok(concerned),
  compareField: ok(comparison),
  makeCopy: { status: 200, media: 'text/html; charset=utf-8', schema: z.string() },
  correctField: ok(changed),
  getOpenedFields: ok(openedFields),
  issueCode: created(opened),
  addStatement: ok(brief),
  addLink: ok(brief),
  findDuplicates: ok(list(duplicateView)),
  uploadFile: created(fileRef),
  readFile: { ...ok(z.string().meta({ format: 'binary' })), media: 'application/octet-stream' },
  readPaper: docx,
  readForm: docx,
  listPapers: ok(list(paper)),
  getPaper: ok(paperDetail),
  readTemplate: docx,
  previewTemplate: docx,
  addTemplate: ok(templateTaken),
  chooseTemplate: ok(paper),
  listLetterheads: ok(list(letterhead)),
  setLetterhead: ok(list(letterhead)),
  getSheet: ok(sheet),
  listAccess: ok(accessLog),
  getAccessReport: ok(accessReport),
  listEmergencies: ok(list(emergency)),
  askEmergency: created(changed),
  confirmEmergency: ok(changed),
  openEmergency: ok(openedFields),
  reviewEmergency: ok(changed),
  listExports: ok(list(exportView)),
  askExport: created(changed),
  decideExport: ok(changed),
  downloadExport: { ...ok(z.string()), media: 'text/csv' },
  downloadWorkbook: {
    ...ok(z.string().meta({ format: 'binary' })),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  downloadOnForm: {
    ...ok(z.string().meta({ format: 'binary' })),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  getLedgerForm: ok(ledgerForm),
  keepLedgerForm: ok(ledgerForm),
  dropLedgerForm: ok(ledgerForm),
  getSatisfaction: ok(satisfaction),
  getForecast: ok(forecast),
  listSurveys: ok(surveyList),
  addSurvey: ok(z.strictObject({ id: z.uuid() })),
  getSurvey: ok(survey),
  writeSurvey: ok(bulletinChanged),
  openSurvey: ok(bulletinChanged),
  closeSurvey: ok(bulletinChanged),
  dropSurvey: ok(bulletinChanged),
  handOutCodes: ok(handedOut),
  typeAnswer: ok(taken),
  getDirectory: ok(directory),
  getOverview: ok(overviewView),
  getGrowing: ok(growingView),
  getWall: ok(wallView),
  getToday: ok(todayView),
  getCounts: ok(list(kindCount)),
  stream: {
    ...ok(z.string().meta({ description: 'event: ping | matters; data: {"procedure","id"}' })),
    media: 'text/event-stream',
  },
  getDuty: ok(dutyView),
  getTeam: ok(teamView),
  getGaps: ok(gapsView),
  previewHandOver: ok(handOverPreview),
  handOver: ok(handOverView),
  getHandOver: ok(handOverView),
  undoHandOver: ok(handOverView),
  getInbox: ok(inbox),
  countUnread: ok(unreadCount),
  markRead: ok(done),
  getMailSettings: ok(mailSettings),
  changeMailSettings: ok(done),
  stopMail: ok(done),
  sendMailCode: ok(done),
  confirmMail: ok(done),
  getCalendar: ok(calendarView),
  makeCalendar: ok(calendarMade),
  revokeCalendar: ok(done),
  listAlerts: ok(alertsView),
  previewAlert: ok(alertPreview),
  issueAlert: created(changed),
  readAlert: { ...ok(z.string()), media: 'application/cap+xml' },
  listClientKeys: ok(list(clientKey)),
  addClientKey: created(clientKeyMade),
  revokeClientKey: ok(changed),
  listAnswerTexts: ok(answerTexts),
  addAnswerText: ok(changed),
  changeAnswerText: ok(changed),
  removeAnswerText: ok(changed),
  listTextVersions: ok(list(answerTextVersion)),
  listSavedViews: ok(list(savedView)),
  saveView: created(savedView),
  deleteSavedView: ok(done),
  listUnits: ok(list(adminUnit)),
  addUnit: created(changed),
  changeUnit: ok(changed),
  closeUnit: ok(changed),
  listPosts: ok(list(adminPost)),
  addPost: created(changed),
  changePost: ok(changed),
  closePost: ok(changed),
  listWaitingPosts: ok(list(waitingPost)),
  confirmHolder: ok(changed),
  listPeople: ok(list(adminPerson)),
  addPerson: created(oneTimePassword),
  givePersonAccount: created(oneTimePassword),
  changePerson: ok(changed),
  leavePerson: ok(changed),
  resetPersonPassword: ok(oneTimePassword),
  endPersonSessions: ok(changed),
  uploadLedger: created(uploadedLedger),
  proposeImport: ok(importProposal),
  previewImport: ok(list(previewedRow)),
  askImport: ok(changed),
  listOwnImports: ok(list(importBatch)),
  stopImport: ok(changed),
  listOwnRejectedRows: ok(rejectedPage),
  listReturns: ok(returnsView),
  listDueReturns: ok(list(dueReturn)),
  getBurden: ok(burdenView),
  addReturn: ok(changed),
  getReturn: ok(returnView),
  mapReturn: ok(changed),
  changeReturn: ok(changed),
  endReturn: ok(changed),
  fillReturn: ok(changed),
  getFill: ok(fillView),
  typeFill: ok(changed),
  checkFill: ok(changed),
  signFill: ok(changed),
  takeFill: {
    ...ok(z.string().meta({ format: 'binary' })),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  compareUnits: ok(compareView),
  compareSigns: ok(signsView),
  listCompared: ok(behindView),
  exportCompared: { ...ok(z.string()), media: 'text/csv' },
  exportComparedBook: {
    ...ok(z.string().meta({ format: 'binary' })),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  sayCause: ok(changed),
  listIndicators: ok(indicatorsView),
  tryIndicator: ok(trialView),
  addIndicatorVersion: ok(changed),
  countMatters: ok(countsView),
  listCounted: ok(countedView),
  listWarnings: ok(warningsView),
  listPanels: ok(panelsView),
  getPanel: ok(panelBackTest),
  changeWarnings: ok(office),
  listBehindCell: ok(behindCell),
  sendReturned: created(uploadedLedger),
  mergeReturned: ok(returnedSheet),
  recordReturned: ok(list(recordedRow)),
  takeAddedRows: created(uploadedLedger),
  listImportBatches: ok(list(importBatch)),
  listRejectedRows: ok(rejectedPage),
  getOffice: ok(office),
  changeOffice: ok(office),
  changeEmblem: ok(office),
  changeDays: ok(office),
  takeDays: ok(takenDays),
  previewDays: ok(recountPreview),
  getRecount: ok(recountState),
  recount: ok(recountState),
  changeLength: ok(office),
  confirmRule: ok(office),
  changeChannels: ok(office),
  changeCategories: ok(office),
  changeTie: ok(office),
  changeNumbering: ok(office),
  changeSchedule: ok(office),
  takeUnitList: ok(takenUnits),
  takePeopleList: ok(takenPeople),
  listDeadDeliveries: ok(list(deadDelivery)),
  retryDelivery: ok(changed),
  listOutlets: ok(list(outlet)),
  addOutlet: ok(outletMade),
  changeOutlet: ok(changed),
  renewOutletSecret: ok(outletMade),
  pauseOutlet: ok(changed),
  removeOutlet: ok(changed),
  retryOutlet: ok(changed),
  testOutlet: ok(outletTest),
  listFailingJobs: ok(list(failingJob)),
  showBackups: ok(backups),
  retryJob: ok(changed),
  listAdminChanges: ok(list(adminChange)),
  listPersonalDuties: ok(personalDuties),
  listSecurityEvents: ok(list(securityEvent)),
  getMap: ok(mapView),
  sendMap: ok(sentMap),
  changeMap: ok(changed),
  isAlive: ok(done),
  isReady: ok(done),
} as const satisfies Record<OperationId, Answer>

type Answers = typeof ANSWERS
export type AnswerOf<Id extends OperationId> = z.output<Answers[Id]['schema']>

/** Answers an operation; the type of the route, and so of the client, is the one that is described. */
export function answer<Id extends OperationId>(c: Context, id: Id, view: AnswerOf<Id>) {
  const json = JSON.stringify(view)
  // What says its length and is short is not compressed: that would cost more than the rest of a step.
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(json)) }
  return c.body(json, ANSWERS[id].status, headers) as unknown as Response &
    TypedResponse<AnswerOf<Id>, Answers[Id]['status'], 'json'>
}
