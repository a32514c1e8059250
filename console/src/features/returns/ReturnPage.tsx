import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { LineRecords } from './LineRecords.tsx'
import { NothingToReport } from './NothingToReport.tsx'
import { ReturnLines } from './ReturnLines.tsx'
import { SayWhy } from './SayWhy.tsx'
import { useFilling } from './use-filling.ts'
import { type SheetLine, daysLate, standing } from './words.ts'
import '../../kit/clock.css'
import './returns.css'

const Head = ({ sheet: s }: { sheet: ReturnSheet }) => (
  <>
    <div className="page-head">
      <Link to={'/returns' as string} className="quiet">
        {w('报表', 'Returns')}
      </Link>
      <span className="quiet">/</span>
      <h1>
        {say(s.period)} {say(s.title)}
      </h1>
    </div>
    <p className="return-head">
      <span>{s.org.name}</span>
      <span className="quiet">{s.formNumber}</span>
      <span className={daysLate(s) > 0 ? 'return-late' : ''}>{standing(s)}</span>
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
      {s.reported && (
        <span className="quiet">{w(`本期已于 ${s.reported.on} 报送${s.reported.to}`, `handed up to ${s.reported.to} on ${s.reported.on}`)}</span>
      )}
    </p>
    {s.because && (s.state === 'sent-back' || s.state === 'open') && (
      <p className="return-back" role="status">
        {s.state === 'sent-back' ? w(`退回：${s.because}`, `Sent back: ${s.because}`) : w(`撤回：${s.because}`, `Taken back: ${s.because}`)}
      </p>
    )}
  </>
)

type Props = { sheet: ReturnSheet; onDone: (next: ReturnSheet, says: string) => void; onMoved: () => void }

const Filling = ({ sheet: s, onDone, onMoved }: Props) => {
  const { message } = App.useApp()
  const filling = useFilling(s)
  const [why, setWhy] = useState<'recall' | 'send-back' | null>(null)
  const [doubt, setDoubt] = useState(false)
  const [line, setLine] = useState<SheetLine | null>(null)
  const nilDone = (next: ReturnSheet) => onDone(next, w('已零报', 'Handed in: nothing to report'))
  const handIn = useMutation({
    mutationFn: (nil: boolean) => ask('handInReturn', { params: { id: s.id }, body: nil ? filling.nilBody('') : filling.body() }),
    onSuccess: (next, nil) => (nil ? nilDone(next) : onDone(next, w('已上报', 'Handed in'))),
    onError: (e) => {
      message.error(wordsOf(e))
      filling.refused(e)
      onMoved()
    },
  })
  const receive = useMutation({
    mutationFn: () => ask('receiveReturn', { params: { id: s.id }, body: { version: s.version } }),
    onSuccess: (next) => onDone(next, w('已收表', 'Received')),
    onError: (e) => message.error(wordsOf(e)),
  })
  const hand = (nil: boolean) => filling.check(nil) && handIn.mutate(nil)
  const sayNil = () => (filling.recorded.length + filling.dropped.length > 0 ? filling.check(true) && setDoubt(true) : hand(true))
  // Where the records say nothing either and nothing is asked, one press is the whole return.
  const plainNil = filling.nothing && filling.recorded.length === 0 && s.questions.every((q) => q.always)
  return (
    <div className="sheet">
      <div className="body">
        <ReturnLines sheet={s} filling={filling} open={setLine} />
        <div className="return-acts">
          {s.may.handIn && plainNil && (
            <Button type="primary" loading={handIn.isPending} onClick={() => hand(true)}>
              {w('本期无发生，上报', 'Nothing to report: hand in')}
            </Button>
          )}
          {s.may.handIn && !plainNil && (
            <Button type="primary" disabled={filling.unexplained > 0} loading={handIn.isPending} onClick={() => hand(false)}>
              {w('核对无误，上报', 'Looked at: hand in')}
            </Button>
          )}
          {s.may.handIn && !plainNil && <Button onClick={sayNil}>{w('本期无发生（零报）', 'Nothing to report')}</Button>}
          {filling.unexplained > 0 && s.may.handIn && (
            <span className="quiet">{w(`还有 ${filling.unexplained} 项要写原因`, `${filling.unexplained} still need a reason`)}</span>
          )}
          {filling.faults.length > 0 && (
            <span className="fault" role="status">
              {w(`有 ${filling.faults.length} 处需要修改`, `${filling.faults.length} to correct`)}
            </span>
          )}
          {s.may.receive && (
            <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate()}>
              {w('收表', 'Receive')}
            </Button>
          )}
          {s.may.receive && <Button onClick={() => setWhy('send-back')}>{w('退回重报', 'Send back')}</Button>}
          {s.may.recall && <Button onClick={() => setWhy('recall')}>{w('撤回更正', 'Take back to correct')}</Button>}
        </div>
        {s.questions.length > 0 && (
          <p className="quiet small">
            {w(
              '“填报”的内容系统没有记录，由单位填写（数字含下属单位），留下填报人和时间，不进入数字目录。',
              'What is typed has no record behind it: numbers speak for the unit and all beneath it, are kept with who typed them and when, and are no figures of the catalogue.',
            )}
          </p>
        )}
      </div>
      {doubt && <NothingToReport sheet={s} filling={filling} onClose={() => setDoubt(false)} onDone={nilDone} />}
      {why && <SayWhy sheet={s} what={why} onClose={() => setWhy(null)} onDone={onDone} />}
      {line && <LineRecords sheet={s} line={line} onClose={() => setLine(null)} />}
    </div>
  )
}

/** One unit's sheet: the numbers are there, one looks at them, answers what nothing is recorded of, and confirms. */
export const ReturnPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const queries = useQueryClient()
  const { message } = App.useApp()
  const page = useQuery({ ...asking('getReturnSheet', { params: { id } }), staleTime: 0 })
  const done = (next: ReturnSheet, says: string) => {
    queries.setQueryData(asking('getReturnSheet', { params: { id } }).queryKey, next)
    for (const key of ['listMyReturns', 'listReturnRounds', 'getReturnRound', 'listReturnSheets', 'listReturnAnswers'])
      void queries.invalidateQueries({ queryKey: [key] })
    message.success(says)
  }
  if (page.isError) return <Failure error={page.error} onRetry={() => page.refetch()} />
  if (!page.data) return <Skeleton active />
  return (
    <>
      <Head sheet={page.data} />
      <Filling key={`${id}/${page.data.version}`} sheet={page.data} onDone={done} onMoved={() => void page.refetch()} />
    </>
  )
}
