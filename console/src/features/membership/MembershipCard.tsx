import type { PersonPage as Person } from '@gongyou/contract/membership/persons.ts'
import { Button, Dropdown } from 'antd'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { channelName, occupationName, statusName } from '../../kit/words.ts'

/** Where the person stands with the union, and what can be done about it. */
export const MembershipCard = ({ person, onAct }: { person: Person; onAct: (what: 'transfer' | 'status') => void }) => {
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
