import type { Reference } from '@gongyou/contract/forms/index.ts'
import { useId } from 'react'
import { Button } from '../Button.tsx'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group } from './Frame.tsx'
import { useTools } from './tools.ts'

/** A person of the register. From a phone nobody looks up others: it is oneself, or the station fills it in. */
export const PersonControl = ({ field, value, change, wrong }: ControlGiven<Of<'person'>>) => {
  const id = useId()
  const { me } = useTools()
  const chosen = value as Reference | undefined
  return (
    <Group id={id} field={field} wrong={wrong}>
      {chosen ? (
        <Chosen name={chosen.name} again={() => change(undefined)} />
      ) : (
        <Button onClick={() => change(me ?? undefined)}>{me ? w(`我本人（${me.name}）`, `Myself (${me.name})`) : w('我本人', 'Myself')}</Button>
      )}
      <p className="hint">{w('为别人办理，请带双方证件到服务站，由工作人员代填。', 'For somebody else, come to a station with both cards.')}</p>
    </Group>
  )
}

/** What was chosen, and the way to choose anew. */
export const Chosen = ({ name, again, verb = w('换', 'Change') }: { name: string; again: () => void; verb?: string }) => (
  <div className="chosen">
    <span>{name}</span>
    <button type="button" className="link" onClick={again} aria-label={`${verb} ${name}`}>
      {verb}
    </button>
  </div>
)
