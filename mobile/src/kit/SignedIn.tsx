import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useMe } from './me.ts'
import { Page } from './Page.tsx'
import { Skeleton } from './Skeleton.tsx'
import { w } from './text.ts'

/** For pages about oneself: shows them to whoever is signed in, offers the door to others. Never a wall before what is public. */
export const SignedIn = ({
  title,
  bar = false,
  back,
  why,
  children,
}: {
  title: string
  bar?: boolean
  back?: string
  why: string
  children: ReactNode
}) => {
  const { signedIn, waiting } = useMe()
  const [place] = useLocation()
  if (signedIn) return children
  return (
    <Page title={title} bar={bar} {...(back ? { back } : {})}>
      {waiting ? (
        <Skeleton />
      ) : (
        <>
          <p>{why}</p>
          <Link href={`/sign-in?to=${encodeURIComponent(place)}`} className="button primary">
            {w('用手机验证码登录', 'Sign in with a phone code')}
          </Link>
          <Link href="/join" className="button">
            {w('还不是会员，去入会', 'Not a member yet: join')}
          </Link>
        </>
      )}
    </Page>
  )
}
