import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { SignIn } from './features/accounts/SignIn.tsx'
import { language } from './kit/language.ts'
import { useMe } from './kit/me.ts'
import './kit/shell.css'
import './kit/split.css'
import { type Mode, modeNow, setMode, themeOf } from './kit/theme.ts'
import './kit/tokens.css'
import { routerOf } from './routes.tsx'

dayjs.locale(language() === 'zh' ? 'zh-cn' : 'en')
setMode(modeNow())
document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000, refetchOnWindowFocus: false } } })

const Door = ({ onMode }: { onMode: (mode: Mode) => void }) => {
  const me = useMe()
  const [router] = useState(() => routerOf(queries, onMode))
  return me.kind === 'staff' ? <RouterProvider router={router} /> : <SignIn />
}

const App = () => {
  const [mode, change] = useState(modeNow())
  const onMode = (to: Mode) => {
    setMode(to)
    change(to)
  }
  return (
    <ConfigProvider theme={themeOf(mode)} locale={language() === 'zh' ? zh : en} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntApp>
        <Suspense fallback={null}>
          <Door onMode={onMode} />
        </Suspense>
      </AntApp>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
