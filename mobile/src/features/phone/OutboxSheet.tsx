import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'

/** The SMS that would have arrived, with the code ready to take. */
export const OutboxSheet = ({ mobile, close, take }: { mobile: string; close: () => void; take: (code: string) => void }) => {
  const { data } = useQuery({ ...asking('listDeliveries', { query: { address: mobile, limit: 1 } }), staleTime: 0 })
  const sms = data?.rows[0]
  const code = /\d{6}/.exec(sms?.body ?? '')?.[0]
  return (
    <Sheet title={w('演示短信', 'Example SMS')} close={close}>
      {data ? (
        <p className="notice">
          <span className="small">{sms ? moment(sms.at) : null}</span>
          <br />
          {sms?.body ?? w('还没有短信', 'No message yet')}
        </p>
      ) : (
        <Skeleton lines={2} />
      )}
      {code ? (
        <Button look="primary" onClick={() => take(code)}>
          {w(`填入 ${code}`, `Use ${code}`)}
        </Button>
      ) : null}
    </Sheet>
  )
}
