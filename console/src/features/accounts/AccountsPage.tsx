import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { postName } from '../../kit/words.ts'
import { AccountPanel } from './AccountPanel.tsx'
import { NewAccount } from './NewAccount.tsx'
import { showCode } from './show-code.tsx'

const factorName = (f: 'totp' | 'passkey') => (f === 'totp' ? w('动态口令', 'One-time code') : w('通行密钥', 'Passkey'))

/** Staff accounts within reach, with posts and how they sign in. */
export const AccountsPage = () => {
  const { id, ...search } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const queries = useQueryClient()
  const { modal } = App.useApp()
  const [adding, setAdding] = useState(false)
  const open = (next: Search) => go({ to: '.', search: next as never, replace: Boolean(id) })
  return (
    <div className="split" data-open={Boolean(id)}>
      <div>
        <ListPage
          title={w('账号与权限', 'Accounts and rights')}
          list="listAccounts"
          search={search}
          onSearch={open}
          chosen={id}
          rowKey={(a) => a.id}
          onOpen={(a) => open({ ...search, id: a.id })}
          head={
            <Button type="primary" onClick={() => setAdding(true)}>
              {w('新建工作账号', 'New account')}
            </Button>
          }
          filters={[
            { name: 'q', kind: 'text', label: w('姓名或登录名', 'Name or login') },
            {
              name: 'disabled',
              kind: 'choice',
              label: w('状态', 'State'),
              options: [
                { value: 'false', label: w('在用', 'In use') },
                { value: 'true', label: w('已停用', 'Disabled') },
              ],
            },
          ]}
          empty={w('还没有工作账号', 'No account yet')}
          columns={[
            { title: w('姓名', 'Name'), width: 110, render: (_, a) => a.person.name },
            { title: w('登录名', 'Login'), width: 110, dataIndex: 'login' },
            {
              title: w('岗位', 'Posts'),
              render: (_, a) =>
                a.posts
                  .filter((p) => p.standing)
                  .map((p) => `${p.org.name} ${postName(p.post)}`)
                  .join('；') || '—',
            },
            {
              title: w('登录保护', 'Second factor'),
              width: 120,
              render: (_, a) =>
                a.secondFactor.length ? (
                  a.secondFactor.map(factorName).join('、')
                ) : (
                  <span style={{ color: 'var(--soon)' }}>{w('未设置', 'None')}</span>
                ),
            },
            { title: w('上次使用', 'Last used'), width: 150, render: (_, a) => (a.lastSeenAt ? instant(a.lastSeenAt) : '—') },
            { title: w('状态', 'State'), width: 80, render: (_, a) => (a.disabledAt ? w('已停用', 'Disabled') : w('在用', 'In use')) },
          ]}
        />
      </div>
      {id && <AccountPanel id={id} onClose={() => open(search)} />}
      {adding && (
        <NewAccount
          onClose={() => setAdding(false)}
          onDone={(code) => {
            setAdding(false)
            showCode(modal, code)
            void queries.invalidateQueries({ queryKey: ['listAccounts'] })
          }}
        />
      )}
    </div>
  )
}
