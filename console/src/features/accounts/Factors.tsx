import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

type Step =
  'totp' | 'remove-totp' | 'passkey' | 'password' | { removePasskey: string } | { confirm: { challenge: string; uri: string; secret: string } } | null

const PasswordField = () => (
  <Form.Item
    name="password"
    label={w('先输入现在的密码', 'Your present password first')}
    rules={[{ required: true, message: w('请输入密码', 'Enter your password') }]}
  >
    <Input.Password autoComplete="current-password" autoFocus />
  </Form.Item>
)

const registerPasskey = async (f: { password: string; label: string }) => {
  const begun = await ask('startPasskey', { body: { password: f.password } })
  const response = await startRegistration({ optionsJSON: begun.options as never })
  return ask('addPasskey', { body: { challenge: begun.challenge, label: f.label, response: response as never } })
}

/** Second factors and the password; each change asks for the present password. */
export const Factors = () => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const factors = useQuery(asking('mySecondFactors', {}))
  const [step, setStep] = useState<Step>(null)
  const close = () => setStep(null)
  const done = (text: string) => () => {
    close()
    message.success(text)
    for (const key of ['mySecondFactors', 'whoAmI', 'listMySessions']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const f = factors.data
  return (
    <Sheet title={w('登录保护', 'Protecting your sign-in')}>
      <dl className="pairs" style={{ alignItems: 'center' }}>
        <dt>{w('登录名', 'Login')}</dt>
        <dd>{f?.login ?? '—'}</dd>
        <dt>{w('密码', 'Password')}</dt>
        <dd>
          <Button size="small" onClick={() => setStep('password')}>
            {w('修改密码', 'Change')}
          </Button>
        </dd>
        <dt>{w('动态口令', 'One-time codes')}</dt>
        <dd>
          {f?.totp ? (
            <>
              {w('已启用', 'On')}{' '}
              <Button size="small" type="text" onClick={() => setStep('remove-totp')}>
                {w('停用', 'Turn off')}
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => setStep('totp')}>
              {w('设置', 'Set up')}
            </Button>
          )}
        </dd>
        <dt>{w('通行密钥', 'Passkeys')}</dt>
        <dd>
          {f?.passkeys.map((p) => (
            <div key={p.id}>
              {p.label} <span className="quiet small">{p.createdAt.slice(0, 10)}</span>{' '}
              <Button size="small" type="text" onClick={() => setStep({ removePasskey: p.id })}>
                {w('移除', 'Remove')}
              </Button>
            </div>
          ))}
          {browserSupportsWebAuthn() ? (
            <Button size="small" onClick={() => setStep('passkey')}>
              {w('登记这台设备', 'Register this device')}
            </Button>
          ) : (
            <span className="quiet">{w('这个浏览器不支持', 'Not supported by this browser')}</span>
          )}
        </dd>
      </dl>
      {step === 'totp' && (
        <FormModal<{ password: string }, { challenge: string; uri: string; secret: string }>
          title={w('设置动态口令', 'Set up one-time codes')}
          ok={w('下一步', 'Next')}
          save={(v) => ask('startTotp', { body: v })}
          onClose={close}
          onDone={(confirm) => setStep({ confirm })}
        >
          <PasswordField />
        </FormModal>
      )}
      {step && typeof step === 'object' && 'confirm' in step && (
        <FormModal<{ code: string }>
          title={w('扫码，再输入 6 位数字', 'Scan, then enter the six digits')}
          ok={w('启用', 'Turn on')}
          save={({ code }) => ask('confirmTotp', { body: { challenge: step.confirm.challenge, code } })}
          onClose={close}
          onDone={done(w('动态口令已启用', 'One-time codes are on'))}
        >
          <div
            style={{ width: 200, margin: '0 auto 12px', background: '#fff' }}
            dangerouslySetInnerHTML={{ __html: renderSVG(step.confirm.uri, { border: 2 }) }}
          />
          <p className="small quiet" style={{ wordBreak: 'break-all' }}>
            {w('不能扫码时手工输入：', 'If you cannot scan, type: ')}
            {step.confirm.secret}
          </p>
          <Form.Item
            name="code"
            label={w('6 位动态口令', 'Six-digit code')}
            rules={[{ required: true, message: w('请输入 6 位数字', 'Enter the six digits') }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus />
          </Form.Item>
        </FormModal>
      )}
      {step === 'remove-totp' && (
        <FormModal<{ password: string }>
          title={w('停用动态口令', 'Turn one-time codes off')}
          ok={w('停用', 'Turn off')}
          danger
          save={(v) => ask('removeTotp', { body: v })}
          onClose={close}
          onDone={done(w('已停用', 'Turned off'))}
        >
          <PasswordField />
        </FormModal>
      )}
      {step === 'passkey' && (
        <FormModal<{ password: string; label: string }>
          title={w('登记通行密钥', 'Register a passkey')}
          ok={w('登记', 'Register')}
          save={registerPasskey}
          onClose={close}
          onDone={done(w('已登记', 'Registered'))}
        >
          <PasswordField />
          <Form.Item
            name="label"
            label={w('给它起个名字', 'Name it')}
            rules={[{ required: true, message: w('例：办公电脑', 'e.g. office computer') }]}
          >
            <Input placeholder={w('例：办公电脑', 'e.g. office computer')} maxLength={60} />
          </Form.Item>
        </FormModal>
      )}
      {step && typeof step === 'object' && 'removePasskey' in step && (
        <FormModal<{ password: string }>
          title={w('移除通行密钥', 'Remove passkey')}
          ok={w('移除', 'Remove')}
          danger
          save={(v) => ask('removePasskey', { body: { ...v, id: step.removePasskey } })}
          onClose={close}
          onDone={done(w('已移除', 'Removed'))}
        >
          <PasswordField />
        </FormModal>
      )}
      {step === 'password' && (
        <FormModal<{ old: string; new: string }>
          title={w('修改密码', 'Change password')}
          ok={w('修改', 'Change')}
          says={w('修改后其他设备会退出登录。', 'All other devices will be signed out.')}
          save={(v) => ask('changePassword', { body: v })}
          onClose={close}
          onDone={done(w('密码已修改', 'Password changed'))}
        >
          <Form.Item name="old" label={w('现在的密码', 'Present password')} rules={[{ required: true, message: w('请输入', 'Required') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="new"
            label={w('新密码（不少于 10 位）', 'New password (10 or more)')}
            rules={[{ required: true, min: 10, message: w('不少于 10 位', 'At least 10 characters') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </FormModal>
      )}
    </Sheet>
  )
}
