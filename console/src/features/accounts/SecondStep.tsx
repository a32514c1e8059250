import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { useAfterSignIn } from './after-sign-in.ts'
import { usePasskey } from './passkey.ts'
import type { Second } from './second.ts'

/** The second step: a one-time code from the phone, or a passkey. */
export const SecondStep = ({ second, onBack }: { second: Second; onBack: () => void }) => {
  const after = useAfterSignIn()
  const passkey = usePasskey(after)
  const enter = useMutation({
    mutationFn: ({ code }: { code: string }) => ask('signInByTotp', { body: { challenge: second.challenge, code } }),
    onSuccess: after,
  })
  const wrong = enter.error ?? passkey.error
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(v) => enter.mutate(v)} size="large">
      {second.methods.includes('totp') && (
        <>
          <Form.Item
            name="code"
            label={w('手机上的 6 位动态口令', 'Six-digit code on your phone')}
            rules={[{ required: true, message: w('请输入 6 位数字', 'Enter the six digits') }]}
          >
            <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={enter.isPending}>
            {w('登录', 'Sign in')}
          </Button>
        </>
      )}
      {wrong && (
        <p className="sign-in-wrong" role="alert">
          {wordsOf(wrong)}
        </p>
      )}
      {second.methods.includes('passkey') && (
        <Button block style={{ marginTop: 8 }} loading={passkey.isPending} onClick={() => passkey.use(second.challenge)}>
          {w('用通行密钥', 'Use a passkey')}
        </Button>
      )}
      <Button type="text" block style={{ marginTop: 8 }} onClick={onBack}>
        {w('换一个账号', 'Another account')}
      </Button>
    </Form>
  )
}
