import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { forgetAll, useKept } from '../../kit/kept.ts'
import { chooseLanguage, language } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Page } from '../../kit/Page.tsx'
import { RowButton, RowLink } from '../../kit/Row.tsx'
import { chooseSize, isLarge } from '../../kit/size.ts'
import { w } from '../../kit/text.ts'
import { forgetWork } from '../cases/outbox.ts'
import { Unsent } from '../cases/Unsent.tsx'
import { MyState } from '../home/MyState.tsx'

const About = () => (
  <section className="section">
    <h2>{w('我的信息', 'My data')}</h2>
    <div className="rows">
      <RowLink
        to="/me/data"
        title={w('工会保存的我的信息', 'What the union holds about me')}
        sub={w('查看、更正、撤回同意', 'See, correct, withdraw consent')}
      />
      <RowLink to="/me/seen" title={w('谁看过我的信息', 'Who looked at my data')} />
      <RowLink to="/me/export" title={w('导出我的信息', 'Export my data')} />
    </div>
  </section>
)

const Settings = () => {
  const [large, setLarge] = useState(isLarge)
  const english = language() === 'en'
  return (
    <section className="section">
      <h2>{w('这部手机的设置', 'On this phone')}</h2>
      <div className="rows">
        <RowButton
          title={w('大字版', 'Large letters')}
          end={large ? w('已开启', 'On') : w('未开启', 'Off')}
          pressed={large}
          press={() => {
            chooseSize(!large)
            setLarge(!large)
          }}
        />
        <RowButton
          title={english ? '语言 · Language' : 'Language · 语言'}
          end={english ? 'English' : '中文'}
          press={() => chooseLanguage(english ? 'zh' : 'en')}
        />
      </div>
    </section>
  )
}

/** The hub: who I am to the union, my data, this phone. The settings are for everybody. */
export const MePage = () => {
  const { me, signedIn } = useMe()
  const mine = useKept('myMembership', signedIn)
  const client = useQueryClient()
  const [, go] = useLocation()
  const leave = useMutation({
    mutationFn: () => ask('signOut', {}),
    onSettled: () => {
      forgetAll()
      void forgetWork()
      sessionStorage.clear()
      client.clear()
      go('/')
    },
  })
  return (
    <Page title={signedIn ? (me?.person?.name ?? '') : w('我的', 'Me')} bar>
      {signedIn ? (
        <div className="rows">
          <MyState mine={mine.data} />
          <RowLink to="/bookings" title={w('我的预订', 'My bookings')} sub={w('场地、候补', 'Places, waiting')} />
          <RowLink to="/cases" title={w('我的办件', 'My cases')} sub={w('进度、答复、补材料', 'Progress, answers, papers')} />
          <RowLink
            to="/skills"
            title={w('我的技能护照', 'My skill passport')}
            sub={w('竞赛、培训、称号、证书', 'Contests, courses, titles, certificates')}
          />
          <RowLink to="/judging" title={w('我的评分', 'My judging')} sub={w('技能竞赛评委', 'For judges of contests')} />
        </div>
      ) : (
        <>
          <p>{w('登录后可以看会员卡、申请进度和自己的信息。', 'Sign in to see your card, applications and data.')}</p>
          <Link href="/sign-in?to=/me" className="button primary">
            {w('用手机验证码登录', 'Sign in with a phone code')}
          </Link>
        </>
      )}
      {signedIn ? <About /> : null}
      <Settings />
      {signedIn ? <Unsent /> : null}
      {signedIn ? (
        <Button onClick={() => leave.mutate()} busy={leave.isPending}>
          {w('退出登录', 'Sign out')}
        </Button>
      ) : null}
      {signedIn ? (
        <p className="small">{w('退出后，会员卡等内容会从这部手机上清除。', 'Signing out removes the card and everything else from this phone.')}</p>
      ) : null}
    </Page>
  )
}
