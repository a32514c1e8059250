import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { useAfterSignIn } from './after-sign-in.ts'
import type { Second } from './second.ts'

type Fields = { login: string; code: string; password: string; name?: string }

/** The first day: a one-time code from the administrator, or from the terminal for the very first one. */
export const FirstPassword = ({ as, onSecond }: { as: 'code' | 'administrator'; onSecond: (second: Second) => void }) => {
  const after = useAfterSignIn()
  const enter = useMutation({
    mutationFn: async ({ login, code, password, name }: Fields) =>
      as === 'administrator'
        ? ask('becomeFirstAdministrator', { body: { login, code, password, name: name ?? '' } })
        : ask('setFirstPassword', { body: { login, code, password } }),
    onSuccess: (done) => (done.step === 'second-factor' ? onSecond(done) : after()),
  })
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(v: Fields) => enter.mutate(v)} size="large">
      <p className="quiet small">
        {as === 'administrator'
          ? w('代码显示在启动服务器的终端里，只能用一次。', 'The code stands in the terminal that started the server; it works once.')
          : w('登录码由系统管理员给您，只能用一次。', 'Your administrator gave you this code; it works once.')}
      </p>
      {as === 'administrator' && (
        <Form.Item name="name" label={w('姓名', 'Name')} rules={[{ required: true, message: w('请填写姓名', 'Give your name') }]}>
          <Input />
        </Form.Item>
      )}
      <Form.Item name="login" label={w('登录名', 'Login')} rules={[{ required: true, message: w('请输入登录名', 'Enter a login') }]}>
        <Input autoComplete="username" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="code" label={w('一次性代码', 'One-time code')} rules={[{ required: true, message: w('请输入代码', 'Enter the code') }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={w('设置密码（不少于 10 位）', 'New password (10 characters or more)')}
        rules={[{ required: true, min: 10, message: w('密码不少于 10 位', 'At least 10 characters') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {enter.isError && (
        <p className="sign-in-wrong" role="alert">
          {wordsOf(enter.error)}
        </p>
      )}
      <Button type="primary" htmlType="submit" block loading={enter.isPending}>
        {w('设置密码并登录', 'Set password and sign in')}
      </Button>
    </Form>
  )
}
