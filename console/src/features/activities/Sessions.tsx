import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import { Button, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { picked } from '../../kit/times.ts'
import { DoorScreen } from './DoorScreen.tsx'
import { SessionDrawer } from './SessionDrawer.tsx'
import { type SessionFields, SessionPart, sessionOf } from './SessionRows.tsx'
import { RoomWord, span } from './words.tsx'

type Session = ActivityView['sessionList'][number]
type Open = { act: 'move' | 'cancel' | 'door' | 'look'; session: Session } | { act: 'add' }

const fieldsOf = (s: Session): SessionFields => ({
  time: [picked(s.startsAt), picked(s.endsAt)],
  place: s.place,
  placeId: s.room && (s.room.state === 'asked' || s.room.state === 'confirmed') ? s.room.place.id : null,
  address: s.address,
  head: s.head,
  ...(s.audience ? { audience: s.audience } : {}),
})

/** Where it is held, and how it stands with the place of the venue. */
const Where = ({ s }: { s: Session }) => (
  <>
    {[s.place, s.address].filter(Boolean).join(' ')}
    {s.room && !s.cancelled && <RoomWord room={s.room} />}
  </>
)

const Standing = ({ s, heads }: { s: Session; heads: boolean }) => {
  if (s.cancelled) return <span style={{ color: 'var(--red)' }}>{w('已取消', 'Cancelled')}</span>
  const count = heads
    ? s.gateCount === null
      ? w('未登记', 'not counted')
      : w(`${s.gateCount} 人次`, `${s.gateCount} heads`)
    : `${s.attended} / ${s.expected}`
  return (
    <>
      {count}
      {s.closedAt && <span className="quiet"> {w('已办结', 'closed')}</span>}
    </>
  )
}

/** What is over is neither moved nor called off, and no code stands at its door; half an hour is left for those who are late. */
const over = (s: Session) => Date.parse(s.endsAt) + 30 * 60_000 < Date.now()

/** The sessions with what is done at each of them. */
export const Sessions = ({ a, done }: { a: ActivityView; done: (next: ActivityView) => void }) => {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const finish = (next: ActivityView) => {
    done(next)
    close()
  }
  const [plans, runs] = [a.may.includes('change'), a.may.includes('run')]
  const heads = a.definition.counts === 'heads'
  const looked = open && 'session' in open ? a.sessionList.find((s) => s.id === open.session.id) : undefined
  return (
    <>
      <div className="sheet list">
        <Table<Session>
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          rowKey={(s) => s.id}
          dataSource={a.sessionList}
          columns={[
            { title: w('场次', 'No.'), width: 64, render: (_, s) => s.number },
            { title: w('时间', 'Time'), width: 230, render: (_, s) => span(s.startsAt, s.endsAt) },
            { title: w('地点', 'Place'), width: 240, render: (_, s) => <Where s={s} /> },
            { title: w('负责人', 'In charge'), width: 100, render: (_, s) => s.head || '—' },
            {
              title: heads ? w('人次', 'Heads') : w('到场 / 应到', 'In / expected'),
              width: 150,
              align: 'right',
              render: (_, s) => <Standing s={s} heads={heads} />,
            },
            { title: w('评价', 'Rating'), width: 100, align: 'right', render: (_, s) => (s.stars === null ? '—' : `${s.stars}（${s.ratings}）`) },
            {
              title: '',
              width: 300,
              render: (_, s) => (
                <>
                  <Button type="link" size="small" onClick={() => setOpen({ act: 'look', session: s })}>
                    {w('签到与佐证', 'Check-in and evidence')}
                  </Button>
                  {runs && !s.cancelled && !s.closedAt && !heads && !over(s) && (
                    <Button type="link" size="small" onClick={() => setOpen({ act: 'door', session: s })}>
                      {w('签到码', 'Code')}
                    </Button>
                  )}
                  {plans && !s.cancelled && !s.closedAt && !over(s) && (
                    <>
                      <Button type="link" size="small" onClick={() => setOpen({ act: 'move', session: s })}>
                        {w('改期', 'Move')}
                      </Button>
                      <Button type="link" size="small" onClick={() => setOpen({ act: 'cancel', session: s })}>
                        {w('取消', 'Cancel')}
                      </Button>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      {plans && (
        <Button style={{ marginTop: 12 }} onClick={() => setOpen({ act: 'add' })}>
          {w('增加场次', 'Add a session')}
        </Button>
      )}
      {open?.act === 'add' && (
        <FormModal<SessionFields, ActivityView>
          title={w('增加场次', 'Add a session')}
          ok={w('增加', 'Add')}
          save={(f) => ask('addSession', { params: { id: a.id }, body: sessionOf(f) })}
          onClose={close}
          onDone={finish}
        >
          <SessionPart />
        </FormModal>
      )}
      {open?.act === 'move' && (
        <FormModal<SessionFields, ActivityView>
          title={w(`第 ${open.session.number} 场：改时间或地点`, `Session ${open.session.number}: move`)}
          ok={w('保存', 'Save')}
          says={w('已报名的人会收到通知，写明原来和现在的时间地点。', 'Everybody who signed up is told what was and what is.')}
          initial={fieldsOf(open.session)}
          save={(f) =>
            ask('changeSession', {
              params: { id: open.session.id },
              body: { ...sessionOf(f), version: open.session.version, ...(open.session.point ? { point: open.session.point } : {}) },
            })
          }
          onClose={close}
          onDone={finish}
        >
          <SessionPart held={open.session.room} />
        </FormModal>
      )}
      {open?.act === 'cancel' && (
        <FormModal<{ because: string }, ActivityView>
          title={w(`取消第 ${open.session.number} 场`, `Cancel session ${open.session.number}`)}
          ok={w('取消这一场', 'Cancel it')}
          danger
          says={w('已报名的人会收到通知。', 'Everybody who signed up is told.')}
          save={(f) => ask('cancelSession', { params: { id: open.session.id }, body: { version: open.session.version, because: f.because } })}
          onClose={close}
          onDone={finish}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Please say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
      {open?.act === 'door' && <DoorScreen session={open.session.id} onClose={close} />}
      {open?.act === 'look' && looked && <SessionDrawer a={a} session={looked} done={done} onClose={close} />}
    </>
  )
}
