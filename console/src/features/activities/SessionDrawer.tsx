import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import { viaWords } from '@gongyou/contract/activities/words.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, InputNumber, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { AddPhoto } from './AddPhoto.tsx'
import { AddPaper, EvidencePapers, RemoveEvidence } from './EvidencePapers.tsx'
import { Photos } from './Photos.tsx'
import { SignInSheet } from './SignInSheet.tsx'
import { span } from './words.tsx'

type Session = ActivityView['sessionList'][number]
type Props = { a: ActivityView; session: Session; done: (next: ActivityView) => void; onClose: () => void }

/** One session: who was there, the count at the gate, the photograph, the sheets, the end. */
export const SessionDrawer = ({ a, session, done, onClose }: Props) => {
  const sheet = useQuery(asking('getSessionSheet', { params: { id: session.id } }))
  const [act, setAct] = useState<'gate' | 'photo' | 'paper'>()
  const [removing, remove] = useState<string>()
  const [printing, print] = useState<'blank' | 'evidence'>()
  const close = useMutation({ mutationFn: () => ask('closeSession', { params: { id: session.id } }), onSuccess: (next) => finish(next) })
  const finish = (next: ActivityView) => {
    // What was missing may be there now.
    close.reset()
    done(next)
    setAct(undefined)
    remove(undefined)
  }
  const runs = a.may.includes('run') && !session.cancelled && !session.closedAt
  // Papers come when they come, after the end too.
  const keeps = a.may.includes('run') || a.may.includes('change')
  const heads = a.definition.counts === 'heads'
  const show = (what: 'blank' | 'evidence') => {
    print(what)
    setTimeout(() => window.print(), 300)
  }
  return (
    <Drawer open size={820} title={`${a.title} · ${span(session.startsAt, session.endsAt)}`} onClose={onClose}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 16 }}>
        {runs && !heads && (
          <Button href={`/m/station/${session.id}`} target="_blank">
            {w('手机签到台（可离线）', 'Station on the phone (offline)')}
          </Button>
        )}
        {runs && <Button onClick={() => setAct('gate')}>{w('登记现场人次', 'Heads at the gate')}</Button>}
        {runs && <Button onClick={() => setAct('photo')}>{w('添加照片', 'Add a photograph')}</Button>}
        {keeps && <Button onClick={() => setAct('paper')}>{w('添加材料', 'Add a paper')}</Button>}
        <Button disabled={!sheet.data} onClick={() => show('blank')}>
          {w('打印签到表', 'Print the sign-in sheet')}
        </Button>
        <Button disabled={!sheet.data} onClick={() => show('evidence')}>
          {w('打印佐证单', 'Print the evidence')}
        </Button>
        {runs && (
          <Button type="primary" loading={close.isPending} onClick={() => close.mutate()}>
            {w('办结这一场', 'Close the session')}
          </Button>
        )}
      </div>
      {close.isError && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(close.error)}
        </p>
      )}
      {sheet.isError && <Failure error={sheet.error} onRetry={() => sheet.refetch()} />}
      {sheet.isPending && <Skeleton active />}
      {sheet.data && (
        <>
          <Photos photos={sheet.data.photos} {...(runs ? { remove } : {})} />
          <EvidencePapers sheet={sheet.data} {...(keeps ? { remove } : {})} />
          {heads ? (
            <p>
              {session.gateCount === null
                ? w('还没有登记人次', 'No heads entered yet')
                : w(`现场 ${session.gateCount} 人次`, `${session.gateCount} heads`)}
            </p>
          ) : (
            <Table
              size="small"
              pagination={{ pageSize: 50, hideOnSinglePage: true }}
              rowKey={(p) => `${p.name}${p.phone}${p.attendedAt ?? ''}`}
              dataSource={sheet.data.persons}
              locale={{ emptyText: <div className="empty">{w('还没有人报名或签到', 'Nobody yet')}</div> }}
              columns={[
                { title: w('姓名', 'Name'), render: (_, p) => p.name },
                { title: w('工会', 'Union'), ellipsis: true, render: (_, p) => p.union || '—' },
                { title: w('手机尾号', 'Phone'), width: 90, render: (_, p) => p.phone },
                { title: w('人数', 'Heads'), width: 64, align: 'right', render: (_, p) => p.seats },
                {
                  title: w('签到', 'Checked in'),
                  width: 240,
                  render: (_, p) =>
                    p.attendedAt ? (
                      `${instant(p.attendedAt)} ${p.via ? say(viaWords[p.via]) : ''}`
                    ) : (
                      <span className="quiet">{p.absent ? w('未到', 'absent') : '—'}</span>
                    ),
                },
              ]}
            />
          )}
          {sheet.data.ratings.length > 0 && (
            <section>
              <h3>{w('评价', 'Ratings')}</h3>
              {sheet.data.ratings.map((r) => (
                <p key={r.at} style={{ margin: '4px 0' }}>
                  <strong>{r.stars}</strong> {r.said || <span className="quiet">{w('没有留言', 'no words')}</span>}{' '}
                  <span className="quiet">{instant(r.at)}</span>
                </p>
              ))}
            </section>
          )}
          {printing && <SignInSheet sheet={sheet.data} what={printing} />}
        </>
      )}
      {act === 'gate' && (
        <FormModal<{ heads: number }, ActivityView>
          title={w('登记现场人次', 'Heads at the gate')}
          ok={w('保存', 'Save')}
          says={w('只数人次，不记姓名；改一次以最后一次为准。', 'Heads, no names; the last count holds.')}
          initial={{ heads: session.gateCount ?? undefined }}
          save={(f) => ask('setGateCount', { params: { id: session.id }, body: { heads: f.heads } })}
          onClose={() => setAct(undefined)}
          onDone={finish}
        >
          <Form.Item name="heads" label={w('人次', 'Heads')} rules={[{ required: true, message: w('请填写', 'How many?') }]}>
            <InputNumber min={0} max={1_000_000} style={{ width: '100%' }} />
          </Form.Item>
        </FormModal>
      )}
      {act === 'paper' && <AddPaper sessionId={session.id} onClose={() => setAct(undefined)} onDone={finish} />}
      {removing && <RemoveEvidence id={removing} onClose={() => remove(undefined)} onDone={finish} />}
      {act === 'photo' && <AddPhoto session={session} onClose={() => setAct(undefined)} onDone={finish} />}
    </Drawer>
  )
}
