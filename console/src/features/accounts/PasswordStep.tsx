import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { useAfterSignIn } from './after-sign-in.ts'
import { usePasskey } from './passkey.ts'
import type { Second } from './second.ts'

/** Login and password; an account with a second factor is asked for it next. */
export const PasswordStep = ({ onSecond }: { onSecond: (second: Second) => void }) => {
  const queries = useQueryClient()
  const after = useAfterSignIn()
  const passkey = usePasskey(after)
  const enter = useMutation({
    mutationFn: (body: { login: string; password: string }) => ask('signIn', { body }),
    onSuccess: (done) => (done.step === 'second-factor' ? onSecond(done) : after()),
    onSettled: () => queries.removeQueries({ queryKey: ['signIn'] }),
  })
  const wrong = enter.error ?? passkey.error
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(v) => enter.mutate(v)} size="large">
      <Form.Item name="login" label={w('登录名', 'Login')} rules={[{ required: true, message: w('请输入登录名', 'Enter your login') }]}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="password" label={w('密码', 'Password')} rules={[{ required: true, message: w('请输入密码', 'Enter your password') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {wrong && (
        <p className="sign-in-wrong" role="alert">
          {wordsOf(wrong)}
        </p>
      )}
      <Button type="primary" htmlType="submit" block loading={enter.isPending}>
        {w('登录', 'Sign in')}
      </Button>
      {passkey.possible && (
        <Button type="text" block style={{ marginTop: 8 }} loading={passkey.isPending} onClick={() => passkey.use()}>
          {w('用通行密钥登录', 'Use a passkey')}
        </Button>
      )}
    </Form>
  )
}
