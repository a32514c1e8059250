import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { chooseLanguage, language } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import './sign-in.css'

/** The door of the console. */
export const SignIn = () => {
  const me = useMe()
  const queries = useQueryClient()
  const enter = useMutation({
    mutationFn: (body: { login: string; password: string }) => ask('signIn', { body }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <main className="sign-in">
      <section>
        <p className="sign-in-mark">工友</p>
        <h1>{me.region.name}</h1>
        <p className="quiet">{me.kind === 'worker' ? w('您以职工身份登录。进入工作台请用工作账号。', 'You are signed in as a worker. The console needs a staff account.') : w('工作台', 'Console')}</p>
        <Form layout="vertical" requiredMark={false} onFinish={(v) => enter.mutate(v)} size="large">
          <Form.Item name="login" label={w('登录名', 'Login')} rules={[{ required: true, message: w('请输入登录名', 'Enter your login') }]}><Input autoFocus autoComplete="username" autoCapitalize="none" /></Form.Item>
          <Form.Item name="password" label={w('密码', 'Password')} rules={[{ required: true, message: w('请输入密码', 'Enter your password') }]}><Input.Password autoComplete="current-password" /></Form.Item>
          {enter.isError && <p className="sign-in-wrong" role="alert">{wordsOf(enter.error)}</p>}
          <Button type="primary" htmlType="submit" block loading={enter.isPending}>{w('登录', 'Sign in')}</Button>
        </Form>
        <footer className="small quiet">
          <a href="/m/">{w('我是职工，去手机页', 'I am a worker: phone pages')}</a>
          <button type="button" onClick={() => chooseLanguage(language() === 'zh' ? 'en' : 'zh')}>{language() === 'zh' ? 'English' : '中文'}</button>
        </footer>
      </section>
    </main>
  )
}
