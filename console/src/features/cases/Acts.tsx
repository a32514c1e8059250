import type { CaseView, Way } from '@gongyou/contract/cases/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { type Offer, offersOf } from './offered-acts.ts'
import { useShortcuts } from './shortcuts.ts'
import { StepModal, asksNothing } from './StepModal.tsx'
import { WayDialog } from './ways/WayDialog.tsx'
import { standstill, wayName } from './words.ts'

const nameOf = (offer: Offer) => ('step' in offer ? say(offer.step.name) : wayName(offer.way))
const keyOf = (offer: Offer) => ('step' in offer ? `step:${offer.step.code}` : offer.way)

type Props = { view: CaseView; onActed: (after: CaseView) => void; onChanged: (after: CaseView) => void }

/** What the caller may do with the case now: the server's list, drawn as buttons and a menu. */
export const Acts = ({ view, onActed, onChanged }: Props) => {
  const [chosen, choose] = useState<Offer | null>(null)
  const [more, setMore] = useState(false)
  const { buttons, leads, plain, more: groups } = offersOf(view)
  // One press: nothing to fill in, nothing to say.
  const press = useMutation({
    mutationFn: (offer: Offer) =>
      'step' in offer
        ? ask('takeCaseStep', { params: { id: view.id, action: offer.step.code }, body: { version: view.version } })
        : ask('claimCase', { params: { id: view.id }, body: { version: view.version } }),
    onSuccess: onActed,
  })
  const start = (offer: Offer) => {
    const atOnce = 'step' in offer ? asksNothing(offer.step) : offer.way === 'claim'
    if (atOnce) press.mutate(offer)
    else choose(offer)
  }
  const way = (name: Way) => (view.ways.includes(name) ? start({ way: name }) : false)
  useShortcuts({
    a: () => (buttons[0] ? start(buttons[0]) : false),
    m: () => (groups.length > 0 ? setMore(true) : false),
    n: () => way('note'),
  })
  const items = groups.flatMap((g, i) => [
    ...(i > 0 ? [{ type: 'divider' as const, key: `line${i}` }] : []),
    ...g.map((name) => ({ key: name, label: wayName(name), danger: name === 'terminate', onClick: () => start({ way: name }) })),
  ])
  const close = () => choose(null)
  const done = (after: CaseView) => {
    close()
    onActed(after)
  }
  const dialog = (): ReactNode => {
    if (!chosen) return null
    if ('step' in chosen) return <StepModal view={view} step={chosen.step} onClose={close} onDone={done} />
    // The window with a link stays until the link is copied.
    return <WayDialog way={chosen.way} view={view} onClose={close} onDone={chosen.way === 'link' ? onChanged : done} />
  }
  return (
    <div className="case-acts">
      {buttons.length === 0 && plain.length === 0 && <p className="quiet">{standstill(view)}</p>}
      {buttons.map((offer, i) => (
        <Button
          key={keyOf(offer)}
          type={i === 0 && leads ? 'primary' : 'default'}
          loading={press.isPending && press.variables !== undefined && keyOf(press.variables) === keyOf(offer)}
          onClick={() => start(offer)}
        >
          {nameOf(offer)}
          {i === 0 && (
            <kbd className="wide-only" aria-hidden="true">
              a
            </kbd>
          )}
        </Button>
      ))}
      {items.length > 0 && (
        <Dropdown menu={{ items }} trigger={['click']} open={more} onOpenChange={setMore} autoFocus>
          <Button aria-haspopup="menu" aria-expanded={more}>
            {w('更多办理', 'More')}
            <kbd className="wide-only" aria-hidden="true">
              m
            </kbd>
          </Button>
        </Dropdown>
      )}
      {plain.map((offer) => (
        <Button key={keyOf(offer)} type="text" onClick={() => start(offer)}>
          {nameOf(offer)}
        </Button>
      ))}
      {press.isError && (
        <p role="alert" className="fault">
          {wordsOf(press.error)}
        </p>
      )}
      {dialog()}
    </div>
  )
}
