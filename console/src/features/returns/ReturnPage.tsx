import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { LineRecords } from './LineRecords.tsx'
import { type Filled, ReturnLines } from './ReturnLines.tsx'
import { SayWhy } from './SayWhy.tsx'
import { standing } from './words.ts'
import '../../kit/clock.css'
import './returns.css'

const isNil = (s: ReturnSheet) => s.lines.every((l) => l.kind === 'stock' || (l.counted ?? 0) === 0)

const bodyOf = (s: ReturnSheet, filled: Filled) => ({
  version: s.version,
  lines: s.lines.map((l) => ({
    code: l.code,
    counted: l.counted,
    told: filled[l.code] ? filled[l.code]!.told : l.counted,
    because: filled[l.code] && filled[l.code]!.told !== l.counted ? filled[l.code]!.because.trim() : '',
  })),
})

/** One unit's sheet: the numbers are there, one looks at them and confirms. */
export const ReturnPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [filled, setFilled] = useState<Filled>({})
  const [why, setWhy] = useState<'recall' | 'send-back' | null>(null)
  const [line, setLine] = useState<ReturnSheet['lines'][number] | null>(null)
  const page = useQuery({ ...asking('getReturnSheet', { params: { id } }), staleTime: 0 })
  const done = (next: ReturnSheet, says: string) => {
    queries.setQueryData(asking('getReturnSheet', { params: { id } }).queryKey, next)
    for (const key of ['listMyReturns', 'listReturnRounds', 'getReturnRound', 'listReturnSheets']) void queries.invalidateQueries({ queryKey: [key] })
    setFilled({})
    setWhy(null)
    message.success(says)
  }
  const handIn = useMutation({
    mutationFn: (s: ReturnSheet) => ask('handInReturn', { params: { id }, body: bodyOf(s, filled) }),
    onSuccess: (next) => done(next, w('已上报', 'Handed in')),
    onError: (e) => {
      message.error(wordsOf(e))
      void page.refetch()
    },
  })
  const receive = useMutation({
    mutationFn: (s: ReturnSheet) => ask('receiveReturn', { params: { id }, body: { version: s.version } }),
    onSuccess: (next) => done(next, w('已收表', 'Received')),
    onError: (e) => message.error(wordsOf(e)),
  })
  if (page.isError) return <Failure error={page.error} onRetry={() => page.refetch()} />
  if (!page.data) return <Skeleton active />
  const s = page.data
  const unexplained = bodyOf(s, filled).lines.filter((l) => l.told !== l.counted && l.because.length < 2).length
  const nil = isNil(s) && Object.keys(filled).length === 0
  return (
    <>
      <div className="page-head">
        <Link to={'/returns' as string} className="quiet">
          {w('报表', 'Returns')}
        </Link>
        <span className="quiet">/</span>
        <h1>
          {s.period[language()]} {s.title[language()]}
        </h1>
      </div>
      <p className="return-head">
        <span>{s.org.name}</span>
        <span className="quiet">{s.formNumber}</span>
        <span>{standing(s)}</span>
        {s.dueOn && (
          <span>
            {w(`截止 ${s.dueOn}`, `due ${s.dueOn}`)}{' '}
            {s.clock && (
              <Link to={'/clocks/$id' as string} params={{ id: s.clock } as never} className="plain-link why">
                {w('为什么是这一天', 'why this day')}
              </Link>
            )}
          </span>
        )}
        {s.handedInAt && (
          <span className="quiet">
            {s.handedInBy} · {instant(s.handedInAt)}
          </span>
        )}
      </p>
      {s.because && (s.state === 'sent-back' || s.state === 'open') && (
        <Alert
          type="warning"
          style={{ marginBottom: 12 }}
          title={s.state === 'sent-back' ? w(`退回：${s.because}`, `Sent back: ${s.because}`) : w(`撤回：${s.because}`, `Taken back: ${s.because}`)}
        />
      )}
      <div className="sheet">
        <div className="body">
          <ReturnLines sheet={s} filled={filled} set={(code, next) => setFilled({ ...filled, [code]: next })} open={setLine} />
          <div className="return-acts">
            {s.may.handIn && (
              <Button type="primary" disabled={unexplained > 0} loading={handIn.isPending} onClick={() => handIn.mutate(s)}>
                {nil ? w('本期无发生，上报', 'Nothing to report: hand in') : w('核对无误，上报', 'Looked at: hand in')}
              </Button>
            )}
            {unexplained > 0 && <span className="quiet">{w(`还有 ${unexplained} 项要写原因`, `${unexplained} still need a reason`)}</span>}
            {s.may.receive && (
              <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate(s)}>
                {w('收表', 'Receive')}
              </Button>
            )}
            {s.may.receive && <Button onClick={() => setWhy('send-back')}>{w('退回重报', 'Send back')}</Button>}
            {s.may.recall && <Button onClick={() => setWhy('recall')}>{w('撤回更正', 'Take back to correct')}</Button>}
          </div>
        </div>
      </div>
      {why && <SayWhy sheet={s} what={why} onClose={() => setWhy(null)} onDone={done} />}
      {line && <LineRecords sheet={s} line={line} onClose={() => setLine(null)} />}
    </>
  )
}
