import { type Service, rolesIn } from '@gongyou/contract/cases/service.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { w } from '../../../kit/text.ts'
import { shown } from './fields.tsx'
import { whoTakes } from './who-takes.ts'
import { drawingOf } from './layout.ts'

export type Chosen = { kind: 'state' | 'step' | 'role' | 'outcome'; name: string } | undefined
type Props = { service: Service; chosen: Chosen; faulty: ReadonlySet<string>; onChoose: (c: Chosen) => void }

/** The width there is for the drawing. */
const useRoom = (box: React.RefObject<HTMLDivElement | null>) => {
  const [room, setRoom] = useState(Infinity)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box])
  return room
}

/** The steps of a service drawn from its declaration: states are boxes, steps are arrows; both open when clicked. */
export const FlowChart = ({ service: s, chosen, faulty, onChoose }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const room = useRoom(box)
  const drawing = useMemo(() => drawingOf(s, room), [s, room])
  const lit = (step: string) => chosen?.kind === 'step' && chosen.name === step
  return (
    <div className="flow" ref={box} role="group" aria-label={w('流程图', 'Drawing of the flow')}>
      <div className="flow-paper" style={{ width: drawing.width, height: drawing.height }}>
        <svg width={drawing.width} height={drawing.height} aria-hidden="true">
          <defs>
            {['plain', 'lit'].map((kind) => (
              <marker
                key={kind}
                id={`arrow-${kind}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerUnits="userSpaceOnUse"
                markerWidth="9"
                markerHeight="9"
                orient="auto-start-reverse"
              >
                <path d="M0,0 L8,4 L0,8 z" className={kind} />
              </marker>
            ))}
          </defs>
          {drawing.lines.map((l) => (
            <path
              key={`${l.step}-${l.from}`}
              d={l.path}
              className={lit(l.step) ? 'lit' : s.actions[l.step]!.plain ? 'faint' : ''}
              markerEnd={`url(#arrow-${lit(l.step) ? 'lit' : 'plain'})`}
            />
          ))}
        </svg>
        {drawing.boxes.map((b) => {
          const state = s.states[b.name]!
          const who = rolesIn(s, b.name).map((r) => whoTakes(s, r))
          return (
            <button
              type="button"
              key={b.name}
              className="flow-state"
              data-final={state.final === true}
              data-begins={s.begins === b.name}
              data-faulty={faulty.has(b.name)}
              aria-pressed={chosen?.kind === 'state' && chosen.name === b.name}
              style={{ left: b.x, top: b.y, width: b.width, height: b.height }}
              onClick={() => onChoose({ kind: 'state', name: b.name })}
            >
              <b>{shown(state.name) || w('（没有名称）', '(no name)')}</b>
              <span className="small">
                {[s.begins === b.name && w('开始', 'begins'), state.final ? w('办结', 'end') : who.join('、') || w('等申请人', 'applicant')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          )
        })}
        {drawing.lines.map((l) => (
          <button
            type="button"
            key={`${l.step}-${l.from}`}
            className="flow-step"
            data-faulty={faulty.has(l.step)}
            aria-pressed={lit(l.step)}
            style={{ left: l.x, top: l.y }}
            onClick={() => onChoose({ kind: 'step', name: l.step })}
          >
            <b>{shown(s.actions[l.step]!.name) || w('（没有名称）', '(no name)')}</b>
            <span>{whoTakes(s, s.actions[l.step]!.by)}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
