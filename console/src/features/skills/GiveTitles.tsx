import type { ContestTitle } from '@gongyou/contract/skills/codes.ts'
import { useMutation } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import type { Ranked } from './Ranking.tsx'
import type { TradeOf } from './Trade.tsx'
import { place, titleOptions } from './words.ts'

/** Who would get what by the ranking alone; the organiser may take a name out, never put in more than there are places. */
const proposed = (trade: TradeOf, rows: readonly Ranked[]): Record<string, ContestTitle> =>
  Object.fromEntries(
    rows
      .filter((r) => r.place !== null)
      .slice(0, trade.craftsmen + trade.experts)
      .map((r, i) => [r.entrant, i < trade.craftsmen ? 'craftsman' : 'expert']),
  )

/** The list of titles before it is final. */
export const GiveTitles = ({
  trade,
  rows,
  onClose,
  onDone,
}: {
  trade: TradeOf
  rows: readonly Ranked[]
  onClose: () => void
  onDone: () => void
}) => {
  const [titles, setTitles] = useState<Record<string, ContestTitle | undefined>>(() => proposed(trade, rows))
  const given = Object.entries(titles).flatMap(([entrant, title]) => (title ? [{ entrant, title }] : []))
  const give = useMutation({ mutationFn: () => ask('giveTitles', { params: { id: trade.id }, body: { titles: given } }), onSuccess: onDone })
  return (
    <Modal
      open
      title={w(`授予称号 · ${trade.name}`, `Titles · ${trade.name}`)}
      okText={w(`授予 ${given.length} 个称号`, `Give ${given.length} titles`)}
      onOk={() => give.mutate()}
      confirmLoading={give.isPending}
      onCancel={onClose}
      width={620}
    >
      <p className="quiet">
        {w(
          `按名次列出：工匠 ${trade.craftsmen} 名、能手 ${trade.experts} 名。授予后生成证书，同意入库的进入技能人才库，不能再改。`,
          `By the ranking: ${trade.craftsmen} craftsmen, ${trade.experts} expert hands. Certificates are made, those who agreed enter the pool; it cannot be changed afterwards.`,
        )}
      </p>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {rows
          .filter((r) => r.place !== null)
          .slice(0, trade.craftsmen + trade.experts + 5)
          .map((r) => (
            <li key={r.entrant} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 40 }}>
              <span style={{ width: 70 }}>{place(r)}</span>
              <span style={{ width: 90 }}>{r.name}</span>
              <span className="quiet small" style={{ flex: 1 }}>
                {r.unit}
                {!r.consented && ` · ${w('未同意入库', 'not in the pool')}`}
              </span>
              <Select
                style={{ width: 180 }}
                allowClear
                aria-label={w(`${r.name}的称号`, `Title of ${r.name}`)}
                placeholder={w('不授予', 'None')}
                value={titles[r.entrant] ?? null}
                options={titleOptions()}
                onChange={(v) => setTitles({ ...titles, [r.entrant]: v ?? undefined })}
              />
            </li>
          ))}
      </ul>
      {give.isError && (
        <p role="alert" style={{ color: 'var(--red)', margin: '8px 0 0' }}>
          {wordsOf(give.error)}
        </p>
      )}
    </Modal>
  )
}
