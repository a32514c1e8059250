import type { ServiceCard } from '@gongyou/contract/cases/shapes.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

const facts = (s: ServiceCard) =>
  [
    w(`${s.fields} 项要填`, `${s.fields} fields`),
    s.limit && w(`时限 ${s.limit.zh}`, `within ${s.limit.en}`),
    s.papers.length > 0 && w(`要带：${s.papers.map((p) => p.zh).join('、')}`, `bring: ${s.papers.map((p) => p.en).join(', ')}`),
  ]
    .filter(Boolean)
    .join(' · ')

/** What is on offer, to choose from. */
export const ServiceCards = ({ services, onChoose }: { services: readonly ServiceCard[]; onChoose: (code: string) => void }) => {
  const [typed, setTyped] = useState('')
  const found = services.filter((s) => `${s.title.zh} ${s.title.en} ${s.summary.zh}`.toLowerCase().includes(typed.trim().toLowerCase()))
  if (services.length === 0)
    return (
      <div className="sheet">
        <p className="empty">
          {w('还没有发布的事项。日常小事可以用页面上方的“一句话登记”。', 'No service is offered yet. For small matters use “Quick record” above.')}
        </p>
      </div>
    )
  return (
    <>
      {services.length > 8 && (
        <div className="filters">
          <Input
            style={{ width: 280 }}
            allowClear
            aria-label={w('按名称查找', 'Find by name')}
            placeholder={w('按名称查找', 'Find by name')}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        </div>
      )}
      <div className="service-cards">
        {found.map((s) => (
          <button key={s.code} type="button" className="service-card" onClick={() => onChoose(s.code)}>
            <b>{say(s.title)}</b>
            <span className="quiet">{say(s.summary)}</span>
            <span className="quiet small" style={{ display: 'block', marginTop: 6 }}>
              {facts(s)}
            </span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p className="empty">{w('没有这个名称的事项', 'No service of this name')}</p>}
    </>
  )
}
