import type { PersonPage as Person } from '@gongyou/contract/membership/persons.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Dropdown, Modal, Select, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { actionName, actName, channelName, educationName, occupationName, purposeName, sexName, statusName, townName } from '../../kit/words.ts'
import { CorrectPerson } from './CorrectPerson.tsx'
import { MembershipChange } from './MembershipChange.tsx'
import { TransferAsk } from './TransferAsk.tsx'

const when = (at: string) =>
  new Date(at)
    .toLocaleString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour12: false,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    .replaceAll('/', '-')

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="sheet" style={{ marginBottom: 16 }}>
    <header>
      <h2 style={{ margin: 0 }}>{title}</h2>
    </header>
    <div className="body">{children}</div>
  </section>
)

/** ID number and phone in full: asked for a purpose, written down, shown until the page is left. */
const Sealed = ({ person }: { person: Person }) => {
  const [open, setOpen] = useState(false)
  const [purpose, setPurpose] = useState<'handling' | 'identity-check' | 'contact' | 'correction'>('handling')
  const queries = useQueryClient()
  const show = useMutation({
    mutationFn: () => ask('openSealed', { params: { id: person.id }, body: { purpose } }),
    onSuccess: () => {
      setOpen(false)
      void queries.invalidateQueries({ queryKey: ['getPerson'] })
    },
  })
  const may = useMay()
  return (
    <>
      <dt>{w('证件号码', 'ID number')}</dt>
      <dd>
        {show.data
          ? (show.data.idNumber ?? w('未登记', 'Not recorded'))
          : person.idLast4
            ? `**************${person.idLast4}`
            : w('未登记', 'Not recorded')}
      </dd>
      <dt>{w('手机', 'Phone')}</dt>
      <dd>
        {show.data?.mobile ?? person.mobile ?? '—'}{' '}
        {!show.data && may('people.unmask') && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {w('查看完整号码', 'Show in full')}
          </Button>
        )}
      </dd>
      <Modal
        open={open}
        title={w('查看完整证件号码和手机号', 'See ID number and phone in full')}
        okText={w('查看并留痕', 'Show and record')}
        onOk={() => show.mutate()}
        confirmLoading={show.isPending}
        onCancel={() => setOpen(false)}
      >
        <p>{w('本人能在手机上看到谁、何时、为什么查看了。请选用途：', 'The person can see who looked, when and why. Purpose:')}</p>
        <Select
          style={{ width: '100%' }}
          value={purpose}
          onChange={setPurpose}
          options={(['handling', 'identity-check', 'contact', 'correction'] as const).map((p) => ({ value: p, label: purposeName(p) }))}
        />
        {show.isError && (
          <p role="alert" style={{ color: 'var(--red)' }}>
            {wordsOf(show.error)}
          </p>
        )}
      </Modal>
    </>
  )
}

const Timeline = ({ person }: { person: Person }) => (
  <Section title={w('经过', 'What happened')}>
    {person.history.length === 0 && <p className="quiet">{w('还没有记录', 'Nothing yet')}</p>}
    {person.history.map((h) => (
      <div key={h.at + h.kind} style={{ display: 'flex', gap: 12, padding: '3px 0' }}>
        <span className="quiet" style={{ width: 96 }}>
          {h.day}
        </span>
        <span style={{ flex: 1 }}>
          {actName(h.kind)}
          {h.org ? ` · ${h.org.name}` : ''}
        </span>
        <span className="quiet">{h.actor ?? ''}</span>
      </div>
    ))}
    {person.seen.length > 0 && <h2 style={{ marginTop: 16 }}>{w('谁看过敏感信息', 'Who saw sensitive data')}</h2>}
    {person.seen.map((s) => (
      <div key={s.at} style={{ display: 'flex', gap: 12, padding: '3px 0' }}>
        <span className="quiet">{when(s.at)}</span>
        <span style={{ flex: 1 }}>{s.actor}</span>
        <span className="quiet">
          {actionName(s.action)} · {purposeName(s.purpose ?? '')}
        </span>
      </div>
    ))}
  </Section>
)

const MembershipCard = ({ person, onAct }: { person: Person; onAct: (what: 'transfer' | 'status') => void }) => {
  const may = useMay()
  const m = person.membership
  return (
    <section className="sheet" style={{ marginBottom: 16 }}>
      <header>
        <h2 style={{ margin: 0 }}>{w('会籍', 'Membership')}</h2>
        <span style={{ flex: 1 }} />
        {m && (
          <span style={{ color: m.status === 'active' ? 'var(--done)' : m.status === 'prospect' ? 'var(--soon)' : 'var(--ink-2)' }}>
            {statusName(m.status)}
          </span>
        )}
      </header>
      <div className="body">
        {!m && (
          <p className="quiet" style={{ margin: 0 }}>
            {w('还不是会员', 'Not a member yet')}
          </p>
        )}
        {m && (
          <dl className="pairs">
            <dt>{w('所在工会', 'Union')}</dt>
            <dd>{m.org.name}</dd>
            <dt>{w('卡号', 'Card')}</dt>
            <dd>{m.cardNumber ?? '—'}</dd>
            <dt>{w('入会日期', 'Joined')}</dt>
            <dd>{m.joinedOn ?? '—'}</dd>
            <dt>{w('入会方式', 'Channel')}</dt>
            <dd>{channelName(m.channel)}</dd>
            <dt>{w('职业', 'Occupation')}</dt>
            <dd>{occupationName(m.occupation)}</dd>
          </dl>
        )}
        {person.transfer && (
          <p style={{ margin: '12px 0 0', color: 'var(--soon)' }}>
            {w('接转中：', 'Moving: ')}
            {person.transfer.from.name} → {person.transfer.to.name}
          </p>
        )}
        {person.stays.length > 1 && (
          <>
            <h2 style={{ marginTop: 16 }}>{w('会籍经历', 'Unions so far')}</h2>
            {person.stays.map((s) => (
              <div key={s.from + s.org.id} className="small">
                <span className="quiet">
                  {s.from} — {s.to ?? w('至今', 'now')}
                </span>{' '}
                {s.org.name}
              </div>
            ))}
          </>
        )}
      </div>
      {m && m.status !== 'prospect' && may('membership.decide') && (
        <div className="acts" style={{ display: 'flex', gap: 8, padding: '0 16px 16px' }}>
          <Button onClick={() => onAct('transfer')} disabled={Boolean(person.transfer)}>
            {w('接转', 'Transfer')}
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                {
                  key: 'status',
                  label: w('保留、退会、除名、去世、恢复', 'Retain, leave, expel, deceased, restore'),
                  onClick: () => onAct('status'),
                },
              ],
            }}
          >
            <Button type="text">{w('其他变更', 'Other changes')}</Button>
          </Dropdown>
        </div>
      )}
    </section>
  )
}

/** One person on one page: facts at the left, standing and actions at the right. */
export const PersonPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const may = useMay()
  const { message } = App.useApp()
  const [act, setAct] = useState<'transfer' | 'status' | 'correct' | null>(null)
  const one = useQuery(asking('getPerson', { params: { id } }))
  if (one.isError) return <Failure error={one.error} />
  if (!one.data) return <Skeleton active />
  const p = one.data
  const done = (text: string) => {
    setAct(null)
    message.success(text)
    void one.refetch()
  }
  return (
    <>
      <div className="page-head">
        <Link to="/members" className="quiet">
          {w('会员', 'Members')}
        </Link>
        <span className="quiet">/</span>
        <h1>{p.name}</h1>
        <span className="spring" />
        {may('people.edit') && <Button onClick={() => setAct('correct')}>{w('更正信息', 'Correct')}</Button>}
      </div>
      {p.mergedInto && (
        <p style={{ color: 'var(--soon)' }}>
          {w('这条记录已合并到', 'Merged into')}{' '}
          <Link to={'/people/$id' as string} params={{ id: p.mergedInto } as never}>
            {w('另一条记录', 'another record')}
          </Link>
        </p>
      )}
      <div className="columns side-first">
        <div>
          <Section title={w('基本信息', 'Person')}>
            <dl className="pairs">
              <dt>{w('性别', 'Sex')}</dt>
              <dd>{sexName(p.sex)}</dd>
              <dt>{w('出生日期', 'Born')}</dt>
              <dd>{p.birthOn ?? '—'}</dd>
              <Sealed person={p} />
              <dt>{w('学历', 'Education')}</dt>
              <dd>{educationName(p.education)}</dd>
              <dt>{w('农民工', 'Migrant worker')}</dt>
              <dd>{p.isMigrant === null ? '—' : p.isMigrant ? w('是', 'Yes') : w('否', 'No')}</dd>
              <dt>{w('居住镇街', 'Lives in')}</dt>
              <dd>{townName(p.residenceTown)}</dd>
            </dl>
          </Section>
          <Section title={w('工作', 'Work')}>
            {p.employments.length === 0 && (
              <p className="quiet" style={{ margin: 0 }}>
                {w('没有登记单位或平台', 'No employer or platform recorded')}
              </p>
            )}
            {p.employments.map((e) => (
              <div key={e.id} style={{ display: 'flex', gap: 12 }}>
                <span style={{ flex: 1 }}>{e.employer}</span>
                <span>{occupationName(e.occupation)}</span>
                <span className="quiet">
                  {e.since} — {e.until ?? w('至今', 'now')}
                </span>
              </div>
            ))}
          </Section>
          <Timeline person={p} />
        </div>
        <div>
          <MembershipCard person={p} onAct={setAct} />
        </div>
      </div>
      {act === 'correct' && <CorrectPerson person={p} onClose={() => setAct(null)} onDone={() => done(w('已更正', 'Corrected'))} />}
      {act === 'transfer' && (
        <TransferAsk
          person={p}
          onClose={() => setAct(null)}
          onDone={() => done(w('已发起接转，等待另一方办理', 'Asked; waiting for the other end'))}
        />
      )}
      {act === 'status' && <MembershipChange person={p} onClose={() => setAct(null)} onDone={() => done(w('会籍已变更', 'Membership changed'))} />}
    </>
  )
}
