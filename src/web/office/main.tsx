import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AnlanError } from '../../domain/wording/errors.ts'
import { onBack } from '../client/connection.ts'
import { directoryQuery, sessionQuery, todayQuery } from '../client/queries.ts'
import { onSessionEnd } from '../client/session-end.ts'
import { wasSignedIn } from '../client/signed-in-mark.ts'
import { applyTheme, storedTheme } from '../client/use-theme.ts'
import { loadWords, readerLocale, WordsProvider } from '../words/words.tsx'
import { makeRouter } from './router.tsx'
import '../theme/tokens.css'
import '../theme/base.css'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => !(error instanceof AnlanError) && count < 2,
      // What the computer believes of its network says nothing of a server in the same house.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

// A session that ended elsewhere: asking for it again brings the door up, over the page as it is.
onSessionEnd(() => {
  if (client.isFetching(sessionQuery) === 0) void client.invalidateQueries(sessionQuery)
})
onBack(() => void client.invalidateQueries())

applyTheme(storedTheme())
const locale = readerLocale()
document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'

// Asked for at once and together, so that Today waits for one round trip and not three.
void client.prefetchQuery(sessionQuery)
if (wasSignedIn()) {
  void client.prefetchQuery(directoryQuery)
  if (location.pathname === '/') void client.prefetchQuery(todayQuery)
}

const words = await loadWords(locale)
const place = document.getElementById('office')
if (!place) throw new Error('index.html has no #office')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <WordsProvider first={{ locale, words }}>
        <RouterProvider router={makeRouter(client)} />
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
)
