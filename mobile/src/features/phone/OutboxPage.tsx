import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Row } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'

/** All messages of the example that would have left by SMS. */
export const OutboxPage = () => {
  const { data, error, refetch } = useQuery({ ...asking('listDeliveries', { query: { limit: 30 } }), staleTime: 0 })
  return (
    <Page title={w('演示短信', 'Example SMS')} back="/" foot={<Button onClick={() => refetch()}>{w('刷新', 'Refresh')}</Button>}>
      <p className="small">{w('示范环境不向真实手机发短信，验证码都在这里。', 'The example sends nothing to real phones; the codes are here.')}</p>
      {error ? <Notice tone="wrong">{wordsOf(error)}</Notice> : null}
      {data ? (
        <div className="rows">
          {data.rows.map((d) => (
            <Row key={d.id} title={d.body} sub={`${d.address} · ${moment(d.at)}`} />
          ))}
        </div>
      ) : error ? null : (
        <Skeleton lines={6} />
      )}
      {data?.rows.length === 0 ? <p>{w('还没有短信', 'No message yet')}</p> : null}
    </Page>
  )
}
