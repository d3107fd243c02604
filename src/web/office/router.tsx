import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { piece } from '../client/piece.ts'
import { parseSearch, stringifySearch } from './address.ts'
import { readAdminSearch } from './admin/admin-search.ts'
import { readBringBackSearch } from './bring-back/bring-back-search.ts'
import { Broken } from './broken.tsx'
import { readFigureSearch } from './bulletins/figure-search.ts'
import { readCompareSearch } from './compare/compare-search.ts'
import { readCountedSearch } from './counted/counted-search.ts'
import { readDutySearch } from './duty/duty-search.ts'
import { readForecastSearch } from './forecast/forecast-search.ts'
import { readImportSearch } from './import/import-search.ts'
import { readInboxSearch } from './inbox/inbox-search.ts'
import { readLearnSearch } from './learn/learn-search.ts'
import { Lost } from './lost.tsx'
import { readMapSearch } from './map/map-search.ts'
import { readLedgerSearch } from './matters/ledger-search.ts'
import { readOverviewSearch } from './overview/overview-search.ts'
import { readReadingsSearch } from './readings/readings-search.ts'
import { readRegisterSearch } from './register/register-search.ts'
import { readReturnsSearch } from './returns/returns-search.ts'
import { Root } from './root.tsx'
import { readRulesSearch } from './rules/rules-search.ts'
import { readStepSearch } from './step/step-search.ts'
import { readTextsSearch } from './texts/texts-search.ts'
import { TodayPage } from './today/today-page.tsx'
import { readWarningsSearch } from './warnings/warnings-search.ts'

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Root, notFoundComponent: Lost })

const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayPage })
const matters = createRoute({
  getParentRoute: () => root,
  path: '/matters',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(
    piece(() => import('./matters/matters-page.tsx')),
    'MattersPage',
  ),
})
const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(
    piece(() => import('./overview/overview-page.tsx')),
    'OverviewPage',
  ),
})
const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  component: lazyRouteComponent(
    piece(() => import('./wall/wall-page.tsx')),
    'WallPage',
  ),
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/matters/new/$procedure',
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(
    piece(() => import('./register/register-page.tsx')),
    'RegisterPage',
  ),
})
const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$id',
  validateSearch: readStepSearch,
  component: lazyRouteComponent(
    piece(() => import('./matter/matter-page.tsx')),
    'MatterPage',
  ),
})
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(
    piece(() => import('./inbox/inbox-page.tsx')),
    'InboxPage',
  ),
})
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(
    piece(() => import('./account/account-page.tsx')),
    'AccountPage',
  ),
})
const duty = createRoute({
  getParentRoute: () => root,
  path: '/duty',
  validateSearch: readDutySearch,
  component: lazyRouteComponent(
    piece(() => import('./duty/duty-page.tsx')),
    'DutyPage',
  ),
})
const readings = createRoute({
  getParentRoute: () => root,
  path: '/readings',
  validateSearch: readReadingsSearch,
  component: lazyRouteComponent(
    piece(() => import('./readings/readings-page.tsx')),
    'ReadingsPage',
  ),
})
const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(
    piece(() => import('./import/import-page.tsx')),
    'ImportPage',
  ),
})
const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  validateSearch: readReturnsSearch,
  component: lazyRouteComponent(
    piece(() => import('./returns/returns-page.tsx')),
    'ReturnsPage',
  ),
})
const bringingBack = createRoute({
  getParentRoute: () => root,
  path: '/bring-back',
  validateSearch: readBringBackSearch,
  component: lazyRouteComponent(
    piece(() => import('./bring-back/bring-back-page.tsx')),
    'BringBackPage',
  ),
})
const learn = createRoute({
  getParentRoute: () => root,
  path: '/learn',
  validateSearch: readLearnSearch,
  component: lazyRouteComponent(
    piece(() => import('./learn/learn-page.tsx')),
    'LearnPage',
  ),
})
const bulletins = createRoute({
  getParentRoute: () => root,
  path: '/bulletins',
  component: lazyRouteComponent(
    piece(() => import('./bulletins/bulletins-page.tsx')),
    'BulletinsPage',
  ),
})
const bulletin = createRoute({
  getParentRoute: () => root,
  path: '/bulletins/$id',
  component: lazyRouteComponent(
    piece(() => import('./bulletins/bulletin-page.tsx')),
    'BulletinPage',
  ),
})
const bulletinFigure = createRoute({
  getParentRoute: () => root,
  path: '/bulletins/$id/figures/$code',
  validateSearch: readFigureSearch,
  component: lazyRouteComponent(
    piece(() => import('./bulletins/figure-page.tsx')),
    'FigurePage',
  ),
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(
    piece(() => import('./compare/compare-page.tsx')),
    'ComparePage',
  ),
})
const forecast = createRoute({
  getParentRoute: () => root,
  path: '/forecast',
  validateSearch: readForecastSearch,
  component: lazyRouteComponent(
    piece(() => import('./forecast/forecast-page.tsx')),
    'ForecastPage',
  ),
})
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: readMapSearch,
  component: lazyRouteComponent(
    piece(() => import('./map/map-page.tsx')),
    'MapPage',
  ),
})
const counted = createRoute({
  getParentRoute: () => root,
  path: '/counted',
  validateSearch: readCountedSearch,
  component: lazyRouteComponent(
    piece(() => import('./counted/counted-page.tsx')),
    'CountedPage',
  ),
})
const warnings = createRoute({
  getParentRoute: () => root,
  path: '/warnings',
  validateSearch: readWarningsSearch,
  component: lazyRouteComponent(
    piece(() => import('./warnings/warnings-page.tsx')),
    'WarningsPage',
  ),
})
const warningPanel = createRoute({
  getParentRoute: () => root,
  path: '/warnings/panels/$key',
  component: lazyRouteComponent(
    piece(() => import('./warnings/back-test-page.tsx')),
    'BackTestPage',
  ),
})
const surveys = createRoute({
  getParentRoute: () => root,
  path: '/surveys',
  component: lazyRouteComponent(
    piece(() => import('./surveys/surveys-page.tsx')),
    'SurveysPage',
  ),
})
const survey = createRoute({
  getParentRoute: () => root,
  path: '/surveys/$id',
  component: lazyRouteComponent(
    piece(() => import('./surveys/survey-page.tsx')),
    'SurveyPage',
  ),
})
const team = createRoute({
  getParentRoute: () => root,
  path: '/team',
  component: lazyRouteComponent(
    piece(() => import('./team/team-page.tsx')),
    'TeamPage',
  ),
})
const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(
    piece(() => import('./rules/rules-page.tsx')),
    'RulesPage',
  ),
})
const texts = createRoute({
  getParentRoute: () => root,
  path: '/texts',
  validateSearch: readTextsSearch,
  component: lazyRouteComponent(
    piece(() => import('./texts/texts-page.tsx')),
    'TextsPage',
  ),
})
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(
    piece(() => import('./admin/admin-page.tsx')),
    'AdminPage',
  ),
})

/** The pages of the office and where they are. Only Today comes with the first load. */
export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      today,
      overview,
      wall,
      matters,
      register,
      matter,
      inbox,
      learn,
      bulletins,
      bulletin,
      bulletinFigure,
      compare,
      forecast,
      surveys,
      survey,
      counted,
      duty,
      map,
      warnings,
      warningPanel,
      account,
      team,
      readings,
      rules,
      importing,
      returns,
      bringingBack,
      texts,
      admin,
    ]),
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
