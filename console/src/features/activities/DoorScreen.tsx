import { useQuery } from '@tanstack/react-query'
import { Button, QRCode } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'

/** The screen at the door: a code that changes every half minute. The next ones are there already, so that a short break of the network does not empty it. */
export const DoorScreen = ({ session, onClose }: { session: string; onClose: () => void }) => {
  const codes = useQuery({ ...asking('getCheckInCodes', { params: { id: session } }), refetchInterval: 15_000, retry: true })
  const [, tick] = useState(0)
  const [skew, setSkew] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    const esc = (e: KeyboardEvent) => e.key === 'Escape' && onClose()
    addEventListener('keydown', esc)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', esc)
    }
  }, [onClose])
  // The screen's own clock may be wrong; the server's is what the codes are made by.
  useEffect(() => void (codes.data && setSkew(new Date(codes.data.now).getTime() - Date.now())), [codes.data])
  const now = Date.now() + skew
  const current = codes.data?.codes.filter((c) => new Date(c.from).getTime() <= now).at(-1)
  return createPortal(
    <div className="activity-door" role="dialog" aria-label={w('现场签到码', 'Check-in code')}>
      <Button className="close" onClick={onClose}>
        {w('关闭', 'Close')}
      </Button>
      {codes.isError && !codes.data && <Failure error={codes.error} onRetry={() => codes.refetch()} />}
      {codes.data && (
        <>
          <h1>{codes.data.title}</h1>
          <div className="count">{codes.data.place}</div>
          {current && (
            <QRCode
              value={`${location.origin}/m/check-in?code=${encodeURIComponent(current.code)}`}
              size={Math.min(480, Math.floor(innerHeight * 0.5))}
              errorLevel="M"
              bordered={false}
              color="#000"
              bgColor="#fff"
              aria-label={w('签到二维码', 'QR code to check in')}
            />
          )}
          <div>{w('打开微信或“扫一扫”签到，码每半分钟更换', 'Scan to check in; the code changes every half minute')}</div>
          <div className="count" role="status">
            {w(`已到 ${codes.data.attended} / 应到 ${codes.data.expected}`, `${codes.data.attended} in of ${codes.data.expected}`)}
          </div>
        </>
      )}
    </div>,
    document.body,
  )
}
