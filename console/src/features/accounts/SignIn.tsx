import { useState } from 'react'
import { chooseLanguage, language } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import type { Second } from './second.ts'
import { SecondStep } from './SecondStep.tsx'
import './sign-in.css'

/** The door of the console: password, second step, or a one-time code of the first day. */
export const SignIn = () => {
  const me = useMe()
  const [second, setSecond] = useState<Second | null>(null)
  const [first, setFirst] = useState<'code' | 'administrator' | null>(location.pathname.endsWith('/first') ? 'administrator' : null)
  const worker = me.kind === 'worker'
  return (
    <main className="sign-in">
      <section>
        <p className="sign-in-mark">工友</p>
        <h1>{me.region.name}</h1>
        <p className="quiet">
          {worker
            ? w('您以职工身份登录。进入工作台请用工作账号。', 'You are signed in as a worker. The console needs a staff account.')
            : w('工作台', 'Console')}
        </p>
        {first ? (
          <FirstPassword
            as={first}
            onSecond={(s) => {
              setFirst(null)
              setSecond(s)
            }}
          />
        ) : second ? (
          <SecondStep second={second} onBack={() => setSecond(null)} />
        ) : (
          <PasswordStep onSecond={setSecond} />
        )}
        <footer className="small">
          {first || second ? (
            <button
              type="button"
              onClick={() => {
                setFirst(null)
                setSecond(null)
              }}
            >
              {w('返回登录', 'Back to sign-in')}
            </button>
          ) : (
            <button type="button" onClick={() => setFirst('code')}>
              {w('第一次登录', 'First time here')}
            </button>
          )}
          {first === 'code' && (
            <button type="button" onClick={() => setFirst('administrator')}>
              {w('建立第一位管理员', 'First administrator')}
            </button>
          )}
          {!first && !second && <a href="/m/">{w('职工手机页', 'Phone pages for workers')}</a>}
          <button type="button" onClick={() => chooseLanguage(language() === 'zh' ? 'en' : 'zh')}>
            {language() === 'zh' ? 'English' : '中文'}
          </button>
        </footer>
      </section>
    </main>
  )
}
