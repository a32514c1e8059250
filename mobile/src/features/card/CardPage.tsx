import { useEffect } from 'react'
import { Link } from 'wouter'
import { shortDay, moment } from '../../kit/day.ts'
import { useKept } from '../../kit/kept.ts'
import { useMe } from '../../kit/me.ts'
import { workOffline } from '../../kit/offline.ts'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import { MyState } from '../home/MyState.tsx'
import './card.css'
import { Qr } from './Qr.tsx'

const grouped = (number: string) => number.replace(/^(\d{6})(\d{2})(\d+)$/, '$1 $2 $3')

/** The screen stays lit while the card is shown. */
const useLight = () =>
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch(() => undefined)
    return () => void lock?.then((l) => l?.release())
  }, [])

const Card = () => {
  const { me } = useMe()
  const mine = useKept('myMembership')
  useLight()
  useEffect(workOffline, [])
  const m = mine.data
  return (
    <Page title={w('会员卡', 'Member card')} bar>
      <Stale at={mine.at} failed={mine.failed} />
      {m?.card ? (
        <>
          <div className="card">
            <p className="of">{me?.region.name}</p>
            <p className="name">{m.person.name}</p>
            <p>{m.org?.name}</p>
            <Qr text={m.card} label={w('会员卡二维码', 'QR code of the card')} />
            <p className="number">{grouped(m.cardNumber!)}</p>
            <p className="small">{m.joinedOn ? w(`${m.joinedOn.slice(0, 4)} 年入会`, `Member since ${m.joinedOn.slice(0, 4)}`) : null}</p>
          </div>
          <p className="small">
            {w('扫不出来时，把屏幕调亮一些。没有网络也能出示。', 'If it does not scan, turn the screen brighter. It works without a network.')}
            {mine.at ? w(` 更新于 ${moment(mine.at)}。`, ` Updated ${moment(mine.at)}.`) : null}
          </p>
        </>
      ) : m ? (
        <>
          <p>
            {m.application?.status === 'submitted'
              ? w(
                  `入会申请正在核对，${shortDay(m.application.dueOn)}前答复。通过后会员卡就在这里。`,
                  `Your application is being checked until ${shortDay(m.application.dueOn)}. The card will be here.`,
                )
              : w('您还没有会员卡。入会通过后，卡就在这里，不用领取。', 'You have no card yet. It appears here once you are a member.')}
          </p>
          <div className="rows">
            <MyState mine={m} />
          </div>
          <Link href="/scan" className="button primary">
            {w('扫码入会', 'Scan to join')}
          </Link>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}

export const CardPage = () => (
  <SignedIn
    title={w('会员卡', 'Member card')}
    bar
    why={w('会员卡在登录后出示，没有网络也能用。', 'Sign in to show your card; it then works without a network.')}
  >
    <Card />
  </SignedIn>
)
