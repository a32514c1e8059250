import type { ActivityView, PoolView } from '@gongyou/contract/activities/shapes.ts'
import { poolWords, sexesOf } from '@gongyou/contract/activities/words.ts'
import { Button, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { SeatsPart, type SeatsFields, seatsAsTheyAre, seatsFrom } from './SeatsPart.tsx'
import { seatsOf } from './words.tsx'

type Props = { a: ActivityView; done: (next: ActivityView) => void }

/** Seats of each session, or of the whole course; the draw where places are drawn. */
export const Seats = ({ a, done }: Props) => {
  const [open, setOpen] = useState<{ act: 'change' | 'draw'; pool: PoolView }>()
  const close = () => setOpen(undefined)
  const finish = (next: ActivityView) => {
    done(next)
    close()
  }
  const nameOf = (p: PoolView) => {
    const s = a.sessionList.find((x) => x.id === p.sessionId)
    return s ? w(`第 ${s.number} 场`, `Session ${s.number}`) : w('全程', 'All sessions')
  }
  const isPublic = a.stage !== 'draft' && a.stage !== 'submitted'
  const runs = a.may.includes('change')
  const drawable = (p: PoolView) => a.may.includes('run') && p.rule === 'draw' && p.stage === 'closed'
  return (
    <Sheet title={w('名额与报名', 'Seats')}>
      <Table<PoolView>
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={(p) => p.id}
        dataSource={a.pools}
        columns={[
          { title: w('场次', 'Session'), render: (_, p) => nameOf(p) },
          { title: w('报名 / 名额', 'Taken / seats'), align: 'right', render: (_, p) => seatsOf(p) },
          {
            title: w('状态', 'State'),
            render: (_, p) => (isPublic ? say(poolWords[p.stage]) : <span className="quiet">{w('发布后开放', 'Once published')}</span>),
          },
          {
            title: w('报名时间', 'Sign-up'),
            render: (_, p) => (
              <>
                {instant(p.opensAt)} – {instant(p.closesAt)}
                <div className="quiet small">{w(`可取消至 ${instant(p.cancelUntil)}`, `Cancel until ${instant(p.cancelUntil)}`)}</div>
              </>
            ),
          },
          {
            title: w('规则', 'Rule'),
            render: (_, p) => (
              <>
                {p.rule === 'draw' ? w('抽签', 'Draw') : w('先报先得', 'First come')}
                {p.seedHash && (
                  <span className="quiet" title={p.seedHash}>
                    {' '}
                    {w('承诺值', 'commitment')} {p.seedHash.slice(0, 8)}…
                  </span>
                )}
                {sexesOf(p).length > 0 && <div className="quiet">{sexesOf(p).map(say).join(w('，', ', '))}</div>}
                {p.quotas.length > 0 && <div className="quiet">{p.quotas.map((q) => `${q.org.name} ${q.taken}/${q.seats}`).join('，')}</div>}
              </>
            ),
          },
          {
            render: (_, p) => (
              <>
                {runs && !p.drawnAt && (
                  <Button type="link" size="small" onClick={() => setOpen({ act: 'change', pool: p })}>
                    {w('修改', 'Change')}
                  </Button>
                )}
                {drawable(p) && (
                  <Button type="link" size="small" onClick={() => setOpen({ act: 'draw', pool: p })}>
                    {w('抽签', 'Draw')}
                  </Button>
                )}
                {p.drawnAt && <a href={`/api/seat-pools/${p.id}/draw.csv`}>{w('结果文件', 'Result')}</a>}
              </>
            ),
          },
        ]}
      />
      {open?.act === 'change' && (
        <FormModal<SeatsFields, ActivityView>
          title={w(`${nameOf(open.pool)}的名额与报名`, `Seats: ${nameOf(open.pool)}`)}
          ok={w('保存', 'Save')}
          says={w('加名额会按次序递补候补的人；不能少于已报名人数。', 'More seats go to standby in order; never fewer than are taken.')}
          initial={seatsAsTheyAre(open.pool)}
          save={(f) => {
            const { rule, firstTimers, ...rest } = seatsFrom(f)
            const same = rule === open.pool.rule && firstTimers === open.pool.firstTimers
            return ask('changeSeats', { params: { id: open.pool.id }, body: same ? rest : { ...rest, rule, firstTimers } })
          }}
          onClose={close}
          onDone={finish}
        >
          <SeatsPart />
        </FormModal>
      )}
      {open?.act === 'draw' && (
        <FormModal<{ word?: string }, ActivityView>
          title={w('公开抽签', 'Hold the draw')}
          ok={w('抽签', 'Draw')}
          says={w(
            '种子在报名前已封存并公布承诺值，抽签时揭示；结果文件任何人都能重新核对。现场词由在场的人当众说定（如当日彩票号），可以不填。抽签只能进行一次。',
            'The seed was committed before sign-up and is revealed now; anyone can run the file again. A word said in public is mixed in. It is held once.',
          )}
          save={(f) => ask('drawSeats', { params: { id: open.pool.id }, body: { word: f.word ?? '' } })}
          onClose={close}
          onDone={finish}
        >
          <Form.Item name="word" label={w('现场词（可不填）', 'Public word (optional)')}>
            <Input maxLength={40} />
          </Form.Item>
        </FormModal>
      )}
    </Sheet>
  )
}
