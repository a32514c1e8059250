import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { Devices } from './Devices.tsx'
import { Factors } from './Factors.tsx'
import { LendingList } from './LendingList.tsx'
import { Tokens } from './Tokens.tsx'

/** Everything about one's own sign-in: second factors, password, devices, rights lent, tokens. */
export const SecurityPage = () => {
  const me = useMe()
  return (
    <>
      <div className="page-head">
        <h1>{w('登录与安全', 'Sign-in and security')}</h1>
      </div>
      {me.mustSetUpSecondFactor && (
        <p role="alert" style={{ color: 'var(--soon)' }}>
          {w('请先设置动态口令或通行密钥，设置好才能进入工作台。', 'Set up a one-time code or a passkey first; the console opens afterwards.')}
        </p>
      )}
      <div className="columns">
        <div>
          <Factors />
          {!me.mustSetUpSecondFactor && <LendingList />}
        </div>
        {!me.mustSetUpSecondFactor && (
          <div>
            <Devices />
            <Tokens />
          </div>
        )}
      </div>
    </>
  )
}
