import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { isUnreached } from './kit/failure.ts'
import './kit/tokens.css'
import './kit/kit.css'
import { language } from './kit/language.ts'
import { applySize } from './kit/size.ts'

applySize()
document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'

// What was filled in without a network is sent from whatever page is opened next.
if (localStorage.getItem('gongyou.outbox')) void import('./features/cases/sending.ts').then((m) => m.startSending())

// `always`: a phone that believes itself offline still gets its answer from the cache or a plain failure, never a wait.
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      networkMode: 'always',
      retry: (count, error) => isUnreached(error) && navigator.onLine && count < 2,
      retryDelay: 1500,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={client}>
    <App />
  </QueryClientProvider>,
)
