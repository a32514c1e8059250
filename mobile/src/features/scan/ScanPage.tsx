import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { Viewfinder } from './Viewfinder.tsx'

/** Where a scanned text leads: a joining point, a member card, or a page of ours. Never to another site. */
const placeFor = (text: string) => {
  if (text.startsWith('GY1.')) return `/verify?card=${encodeURIComponent(text)}`
  const code = /(?:\/join\/|^)([A-HJ-NP-Z2-9]{6,10})$/i.exec(text.trim())?.[1]
  if (code) return `/join/${code.toUpperCase()}`
  const inside = text.startsWith(`${location.origin}/m/`) ? text.slice(location.origin.length + 2) : undefined
  return inside
}

export const ScanPage = () => {
  const [, go] = useLocation()
  const [strange, setStrange] = useState<number>(0)
  const found = (text: string) => {
    const to = placeFor(text)
    return to ? go(to, { replace: true }) : setStrange((n) => n + 1)
  }
  return (
    <Page title={w('扫一扫', 'Scan')} back="/">
      {strange > 0 ? (
        <Notice tone="due">
          {w('这不是工会的码，没有打开。请换一个再扫。', 'This is not a code of the union, so it was not opened. Try another.')}
        </Notice>
      ) : null}
      <Viewfinder key={strange} found={found} />
      <Link href="/join" className="button">
        {w('手工输入入会码', 'Type a joining code')}
      </Link>
      <Link href="/verify" className="button">
        {w('核验会员卡', 'Verify a member card')}
      </Link>
    </Page>
  )
}
