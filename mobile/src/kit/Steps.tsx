import { w } from './text.ts'

/** Where one is in a short form: “第 2 步，共 3 步”. */
export const Steps = ({ at, of }: { at: number; of: number }) => (
  <div className="steps">
    <span>{w(`第 ${at} 步，共 ${of} 步`, `Step ${at} of ${of}`)}</span>
    <span className="track" aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <i key={i} className={i < at ? 'past' : ''} />
      ))}
    </span>
  </div>
)
