import type { App } from 'antd'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

/** Shows a one-time sign-in code, once. */
export const showCode = (modal: ReturnType<typeof App.useApp>['modal'], code: { login: string; code: string; until: string }) =>
  modal.success({
    title: w('把一次性登录码当面交给本人', 'Hand this one-time code to the person'),
    content: (
      <>
        <p style={{ fontSize: 20, letterSpacing: '0.1em', margin: '8px 0' }}>{code.code}</p>
        <p className="quiet">
          {w(
            `登录名 ${code.login}，有效到 ${instant(code.until)}。在登录页选“第一次登录”。`,
            `Login ${code.login}, valid until ${instant(code.until)}. Choose “First time here” on the sign-in page.`,
          )}
        </p>
      </>
    ),
  })
