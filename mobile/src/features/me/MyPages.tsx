import { type ComponentType, lazy } from 'react'
import { useParams } from 'wouter'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { w } from '../../kit/text.ts'
import '../join/join.css'
import { MePage } from './MePage.tsx'

const later = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))
const pages: Record<string, ComponentType> = {
  data: later(async () => (await import('./DataPage.tsx')).DataPage),
  edit: later(async () => (await import('./EditPage.tsx')).EditPage),
  work: later(async () => (await import('./WorkPage.tsx')).WorkPage),
  mobile: later(async () => (await import('./MobilePage.tsx')).MobilePage),
  ask: later(async () => (await import('./AskPage.tsx')).AskPage),
  seen: later(async () => (await import('./SeenPage.tsx')).SeenPage),
  export: later(async () => (await import('./ExportPage.tsx')).ExportPage),
  application: later(async () => (await import('./ApplicationPage.tsx')).ApplicationPage),
}

/** Everything under “Me”: the hub for all, what is about a person only for that person. */
export const MyPages = () => {
  const which = useParams()['*'] ?? ''
  const One = pages[which]
  if (!One) return <MePage />
  return (
    <SignedIn title={w('我的', 'Me')} back="/me" why={w('这一页是您本人的信息，请先登录。', 'This page is about you; please sign in.')}>
      <One />
    </SignedIn>
  )
}
