import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { day, today } from '../../kit/day.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/Notice.tsx'
import { workOffline } from '../../kit/offline.ts'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import { Viewfinder } from '../scan/Viewfinder.tsx'
import './card.css'
import { type Verdict, verifyCard } from './verify.ts'

const failures = (is: Exclude<Verdict['is'], 'good'>): readonly [string, string] =>
  (
    ({
      'not-a-card': [
        w('这不是会员卡的码', 'Not the code of a member card'),
        w('请对方打开“会员卡”，扫卡上的二维码。', 'Ask the holder to open “Member card” and scan the code there.'),
      ],
      forged: [
        w('核验不通过', 'Not genuine'),
        w(
          '这个码不是本区工会发出的。请看本人证件，或联网查会员名册。',
          'This code was not issued by this district. Look at the ID card, or search the register.',
        ),
      ],
      cannot: [
        w('这台手机不能核验', 'This phone cannot verify'),
        w(
          '浏览器太旧，不支持签名核验（Ed25519）。请换一台手机，或联网查会员名册。',
          'The browser is too old for the signature (Ed25519). Use another phone, or search the register.',
        ),
      ],
      'no-key': [
        w('还没有取到公钥', 'No public key yet'),
        w('请先在有网络的地方打开一次这个页面，以后没有网络也能核验。', 'Open this page once with a network; afterwards it works without.'),
      ],
    }) as const
  )[is]

/** The signature proves the card, not that the membership still stands: an old picture is told apart by its day. */
const daysOld = (on: string) => Math.round((Date.parse(today()) - Date.parse(on)) / 86_400_000)

const Result = ({ verdict }: { verdict: Verdict }) => {
  if (verdict.is !== 'good') {
    const [title, text] = failures(verdict.is)
    return (
      <Notice tone={verdict.is === 'forged' ? 'wrong' : 'due'} title={title}>
        {text}
      </Notice>
    )
  }
  const old = daysOld(verdict.on)
  return (
    <>
      <p className="verdict good" role="status">
        <Icon name="done" size={32} />
        {w('是真卡', 'Genuine')}
      </p>
      <Facts
        rows={[
          [w('姓名', 'Name'), <strong key="n">{verdict.name}</strong>],
          [w('卡号', 'Card number'), verdict.number],
          [w('卡码日期', 'Date of the code'), day(verdict.on)],
        ]}
      />
      {old > 30 ? (
        <Notice tone="due">
          {w(
            `卡码是 ${old} 天前的，会籍可能有变化。请对方联网刷新一下，或查名册。`,
            `The code is ${old} days old; the membership may have changed. Ask the holder to refresh it.`,
          )}
        </Notice>
      ) : null}
      <p className="small">{w('请核对姓名和本人。', 'Please compare name and person.')}</p>
    </>
  )
}

/** For the phone at a station: proves a member card, also without a network. */
export const VerifyPage = () => {
  const card = new URLSearchParams(useSearch()).get('card')
  const [, go] = useLocation()
  const keys = useKept('cardKeys')
  const [verdict, setVerdict] = useState<Verdict>()
  useEffect(workOffline, [])
  useEffect(() => {
    setVerdict(undefined)
    if (card && (keys.data || keys.failed)) void verifyCard(card, keys.data?.keys ?? []).then(setVerdict)
  }, [card, keys.data, keys.failed])
  return (
    <Page
      title={w('核验会员卡', 'Verify a card')}
      back="/scan"
      foot={
        verdict ? (
          <Button look="primary" onClick={() => go('/verify')}>
            {w('扫下一张', 'Scan the next')}
          </Button>
        ) : undefined
      }
    >
      {card ? null : <Stale at={keys.at} failed={keys.failed} />}
      {card ? verdict ? <Result verdict={verdict} /> : null : <Viewfinder found={(text) => go(`/verify?card=${encodeURIComponent(text)}`)} />}
    </Page>
  )
}
