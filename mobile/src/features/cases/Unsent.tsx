import { Notice } from '../../kit/Notice.tsx'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { useOutbox } from './outbox.ts'

/** Before signing out: what would be lost with it. */
export const Unsent = () => {
  const { me } = useMe()
  const unsent = useOutbox(me?.person?.id).filter((e) => e.state !== 'sent').length
  if (unsent === 0) return null
  return <Notice tone="due">{w(`有 ${unsent} 件还没有发出，退出登录会把它们删掉。`, `${unsent} not sent yet; signing out removes them.`)}</Notice>
}
