import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { needDefinitions } from '../client/definitions.ts'
import { OfficeProvider } from '../client/office.tsx'
import { directoryQuery, sessionQuery } from '../client/queries.ts'
import { applyTheme, storedTheme } from '../client/use-theme.ts'
import { loadWords, readerLocale, WordsProvider } from '../words/words.tsx'
import { Board } from './board.tsx'
import { DIRECTORY, SESSION } from './county.ts'
import '../theme/tokens.css'
import '../theme/base.css'

// The parts on one sheet, with an invented county and a clock that stands still: for looking at while one works.
const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
client.setQueryData(sessionQuery.queryKey, SESSION)
client.setQueryData(directoryQuery.queryKey, DIRECTORY)
applyTheme(storedTheme())
await needDefinitions([{ procedure: 'hazard' }])

const root = createRootRoute({ component: Outlet })
const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: Board }),
    createRoute({ getParentRoute: () => root, path: '/matters', component: Board }),
  ]),
  history: createMemoryHistory({ initialEntries: ['/'] }),
})

const locale = readerLocale()
const place = document.getElementById('gallery')
if (!place) throw new Error('index.html has no #gallery')
createRoot(place).render(
  <QueryClientProvider client={client}>
    <WordsProvider first={{ locale, words: await loadWords(locale) }}>
      <Suspense>
        <OfficeProvider>
          <RouterProvider router={router as never} />
        </OfficeProvider>
      </Suspense>
    </WordsProvider>
  </QueryClientProvider>,
)
