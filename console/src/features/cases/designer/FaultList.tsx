import type { ServiceFault } from '@gongyou/contract/cases/faults-of.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { w } from '../../../kit/text.ts'
import { type Spot, spotOf, subjectOf } from './faults.ts'
import { shown } from './fields.tsx'

/** So many are shown at once; the rest on demand. */
const few = 4

/** What is still missing, each line leading to where it is mended. */
export const FaultList = ({ service, faults, onGo }: { service: Service; faults: readonly ServiceFault[]; onGo: (to: Spot) => void }) => {
  const [all, setAll] = useState(false)
  if (faults.length === 0) return null
  const line = (f: ServiceFault) => {
    const subject = shown(subjectOf(service, f.path))
    return subject ? `${subject}${w('：', ': ')}${shown(f.says)}` : shown(f.says)
  }
  return (
    <section className="faults" aria-label={w('还没有填好的地方', 'What is still missing')}>
      <b>{w(`还有 ${faults.length} 处没有填好`, `${faults.length} things to complete`)}</b>
      {(all ? faults : faults.slice(0, few)).map((f) => (
        <Button key={`${f.path}-${f.says.zh}`} type="link" size="small" onClick={() => onGo(spotOf(f.path))}>
          {line(f)}
        </Button>
      ))}
      {faults.length > few && !all && (
        <Button type="text" size="small" onClick={() => setAll(true)}>
          {w(`再看 ${faults.length - few} 处`, `${faults.length - few} more`)}
        </Button>
      )}
    </section>
  )
}
