import type { ActivityView, SignUpLine } from '@gongyou/contract/activities/shapes.ts'
import { signUpWords } from '@gongyou/contract/activities/words.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { ExportSignUps } from './ExportSignUps.tsx'
import { PasteNames } from './PasteNames.tsx'

const newId = () => crypto.randomUUID()

const PersonSelect = ({ id, onChange }: { id?: string; onChange?: (value: string) => void }) => {
  const [q, setQ] = useState('')
  const persons = useQuery({ ...asking('listMembers', { query: { q, limit: 12 } }), enabled: q.length > 0 })
  return (
    <Select
      id={id ?? 'person'}
      showSearch={{ onSearch: setQ, filterOption: false }}
      placeholder={w('姓名、拼音、手机号或证件后四位', 'Name, pinyin, phone or last four of the ID')}
      options={(persons.data?.rows ?? []).map((m) => ({ value: m.person.id, label: `${m.person.name} · ${m.org.name}` }))}
      notFoundContent={q ? w('没有找到，或不在您的范围内', 'Nothing found within your reach') : null}
      onChange={(v: string) => onChange?.(v)}
    />
  )
}

/** Who has signed up, in the order of arrival; and what an officer does for those without a phone. */
export const SignUps = ({ a, done }: { a: ActivityView; done: () => void }) => {
  const queries = useQueryClient()
  const [search, setSearch] = useState<Search>({})
  const [open, setOpen] = useState<'one' | 'many' | 'sheet' | SignUpLine>()
  const close = () => setOpen(undefined)
  const finish = () => {
    close()
    void queries.invalidateQueries({ queryKey: ['listSignUps'] })
    done()
  }
  const runs = a.may.includes('run')
  const poolName = (id: string) => {
    const s = a.sessionList.find((x) => x.poolId === id)
    return a.whole || !s ? w('全程', 'All sessions') : w(`第 ${s.number} 场`, `Session ${s.number}`)
  }
  const pools = a.pools.map((p) => ({ value: p.id, label: poolName(p.id) }))
  return (
    <>
      <ListPage
        title=""
        list="listSignUps"
        params={{ id: a.id }}
        search={search}
        onSearch={setSearch}
        head={
          runs ? (
            <>
              <Button onClick={() => setOpen('sheet')}>{w('导出', 'Export')}</Button>
              <Button onClick={() => setOpen('many')}>{w('粘贴名单', 'Paste names')}</Button>
              <Button onClick={() => setOpen('one')}>{w('代人报名', 'Sign somebody up')}</Button>
            </>
          ) : undefined
        }
        filters={[
          ...(runs ? [{ name: 'q', kind: 'text' as const, label: w('姓名', 'Name') }] : []),
          {
            name: 'state',
            kind: 'choice',
            label: w('状态', 'State'),
            options: (['confirmed', 'standby', 'entered', 'cancelled'] as const).map((value) => ({ value, label: say(signUpWords[value]) })),
          },
          ...(pools.length > 1 ? [{ name: 'pool', kind: 'choice' as const, label: w('场次', 'Session'), options: pools }] : []),
        ]}
        rowKey={(s) => s.id}
        empty={w('还没有人报名', 'Nobody has signed up yet')}
        columns={[
          { title: w('姓名', 'Name'), width: 120, render: (_, s) => s.person.name },
          {
            title: w('状态', 'State'),
            width: 140,
            render: (_, s) =>
              s.place ? w(`候补第 ${s.place} 位`, `standby ${s.place}`) : s.absent ? w('未到', 'absent') : say(signUpWords[s.state]),
          },
          ...(pools.length > 1 ? [{ title: w('场次', 'Session'), width: 90, render: (_: unknown, s: SignUpLine) => poolName(s.poolId) }] : []),
          { title: w('人数', 'Heads'), width: 64, align: 'right', render: (_, s) => s.seats },
          { title: w('同行', 'With'), width: 160, ellipsis: true, render: (_, s) => s.party.join('、') },
          { title: w('工会', 'Union'), width: 220, ellipsis: true, render: (_, s) => s.union ?? '—' },
          { title: w('手机', 'Phone'), width: 130, render: (_, s) => s.mobile ?? '—' },
          { title: w('报名时间', 'At'), width: 150, render: (_, s) => instant(s.at) },
          {
            title: w('到场', 'Was there'),
            width: 80,
            align: 'right',
            render: (_, s) => (s.sessions.length > 0 ? w(`${s.sessions.length} 场`, `${s.sessions.length}`) : ''),
          },
          {
            title: '',
            width: 80,
            render: (_, s) =>
              runs && s.state !== 'cancelled' && s.sessions.length === 0 ? (
                <Button type="link" size="small" onClick={() => setOpen(s)}>
                  {w('取消', 'Cancel')}
                </Button>
              ) : null,
          },
        ]}
      />
      {open === 'one' && (
        <FormModal<{ personId: string; pool: string }>
          title={w('代人报名', 'Sign somebody up')}
          ok={w('报名', 'Sign up')}
          says={w('名额、条件和候补与本人报名一样。', 'Seats, conditions and standby are the same.')}
          initial={{ pool: pools[0]?.value }}
          save={(f) => ask('signUpFor', { params: { id: f.pool }, body: { id: newId(), personId: f.personId } })}
          onClose={close}
          onDone={finish}
        >
          <Form.Item name="pool" label={w('场次', 'Session')} hidden={pools.length === 1}>
            <Select options={pools} />
          </Form.Item>
          <Form.Item name="personId" label={w('职工', 'Person')} rules={[{ required: true, message: w('请选择', 'Choose somebody') }]}>
            <PersonSelect />
          </Form.Item>
        </FormModal>
      )}
      {open === 'sheet' && (
        <ExportSignUps
          a={a}
          asked={{ ...(search.pool ? { pool: search.pool } : {}), ...(search.state ? { state: search.state } : {}) }}
          onClose={close}
        />
      )}
      {open === 'many' && <PasteNames pools={pools} onClose={close} onDone={finish} />}
      {typeof open === 'object' && (
        <FormModal<{ because: string }>
          title={w(`取消${open.person.name}的报名`, `Cancel the sign-up of ${open.person.name}`)}
          ok={w('取消报名', 'Cancel it')}
          danger
          says={w('本人会收到通知；名额按次序给候补的人。', 'The person is told; the seat goes to standby in order.')}
          save={(f) => ask('cancelSignUpFor', { params: { id: open.id }, body: { because: f.because } })}
          onClose={close}
          onDone={finish}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Please say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
