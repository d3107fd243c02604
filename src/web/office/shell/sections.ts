import { TEXT_KEEPERS } from '../../../domain/answer-texts/answer-text.ts'
import { BULLETIN_SIGNERS, BULLETIN_WRITERS } from '../../../domain/bulletins/bulletin.ts'
import { RETURN_KEEPERS, RETURN_SIGNERS } from '../../../domain/returns/who-returns.ts'
import { SURVEY_OPENERS, SURVEY_TYPISTS } from '../../../domain/surveys/survey.ts'
import type { Role } from '../../../domain/unit/role.ts'
import type { IconName } from '../../theme/icon.tsx'
import type { Words } from '../../words/zh.ts'

/** A place in the side bar. `roles`: only posts with one of them see it. `gap`: stands apart from the one above. */
export type Section = {
  readonly to:
    | '/'
    | '/overview'
    | '/matters'
    | '/map'
    | '/warnings'
    | '/learn'
    | '/bulletins'
    | '/compare'
    | '/forecast'
    | '/surveys'
    | '/duty'
    | '/team'
    | '/returns'
    | '/rules'
    | '/texts'
    | '/readings'
    | '/admin'
  readonly icon: IconName
  readonly name: (words: Words) => string
  readonly count?: 'today' | 'matters' | 'warnings'
  readonly roles?: readonly Role[]
  /** Only for whoever has more than one unit to look over. */
  readonly forOverseers?: true
  readonly gap?: true
}

/** Only pages that exist. */
export const SECTIONS: readonly Section[] = [
  { to: '/', icon: 'today', name: ({ nav }) => nav.today, count: 'today' },
  { to: '/overview', icon: 'overview', name: ({ nav }) => nav.overview, forOverseers: true },
  { to: '/matters', icon: 'matters', name: ({ nav }) => nav.matters, count: 'matters' },
  { to: '/map', icon: 'map', name: ({ nav }) => nav.map },
  {
    to: '/warnings',
    icon: 'signal',
    name: ({ nav }) => nav.warnings,
    count: 'warnings',
    roles: ['leader', 'president', 'divisionHead', 'triageOfficer', 'reviewer', 'administrator'],
  },
  { to: '/learn', icon: 'learn', name: ({ nav }) => nav.learn, roles: ['leader', 'reviewer'] },
  {
    to: '/bulletins',
    icon: 'file',
    name: ({ nav }) => nav.bulletins,
    roles: [...BULLETIN_WRITERS, ...BULLETIN_SIGNERS],
  },
  {
    to: '/compare',
    icon: 'compare',
    name: ({ nav }) => nav.compare,
    roles: [...BULLETIN_WRITERS, ...BULLETIN_SIGNERS],
  },
  {
    to: '/forecast',
    icon: 'trend',
    name: ({ nav }) => nav.forecast,
    roles: ['leader', 'president', 'divisionHead', 'triageOfficer'],
  },
  { to: '/surveys', icon: 'survey', name: ({ nav }) => nav.surveys, roles: [...SURVEY_TYPISTS, ...SURVEY_OPENERS] },
  { to: '/duty', icon: 'clock', name: ({ duty }) => duty.title },
  {
    to: '/team',
    icon: 'person',
    name: ({ team }) => team.nav,
    roles: ['leader', 'president', 'divisionHead', 'triageOfficer', 'administrator'],
  },
  {
    to: '/returns',
    icon: 'upload',
    name: ({ returns }) => returns.nav,
    roles: [...RETURN_KEEPERS, ...RETURN_SIGNERS],
  },
  { to: '/rules', icon: 'rules', name: ({ nav }) => nav.rules, gap: true },
  { to: '/texts', icon: 'bookmark', name: ({ nav }) => nav.texts, roles: TEXT_KEEPERS },
  { to: '/readings', icon: 'eye', name: ({ nav }) => nav.readings, roles: ['auditor'], gap: true },
  { to: '/admin', icon: 'admin', name: ({ nav }) => nav.admin, roles: ['administrator', 'auditor'], gap: true },
]
