import type { ReturnForm } from '@gongyou/contract/returns/form.ts'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { asking } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { OrganisationPicker } from '../../../kit/form/pickers.tsx'
import { say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { rowsInOrder } from '../words.ts'

type Unit = { id: string; name: string }
const shown = (n: number | null) => (n === null ? '—' : n.toLocaleString())

/** The draft as one real unit would find it for the last whole period. */
export const TryForm = ({ id, version, ready, form }: { id: string; version: number; ready: boolean; form: ReturnForm }) => {
  const [unit, setUnit] = useState<Unit>()
  const tried = useQuery({
    ...asking('tryReturnDesign', { params: { id }, body: unit ? { org: unit.id } : {} }),
    queryKey: ['tryReturnDesign', id, version, unit?.id],
    enabled: ready,
    retry: false,
  })
  const t = tried.data
  return (
    <Sheet title={w('试填', 'Try')}>
      <OrganisationPicker
        id="try-unit"
        aria-label={w('试填单位', 'Unit to try')}
        kinds={form.from}
        value={unit ?? t?.org ?? undefined}
        onChange={(v) => setUnit(v as Unit | undefined)}
      />
      {!ready && (
        <p className="quiet">
          {w('保存并改正问题后，用上一期的真实记录试填。', 'Save and correct; then it is tried on the records of the last period.')}
        </p>
      )}
      {ready && tried.isPending && <Skeleton active />}
      {tried.isError && (
        <p role="alert" className="fault">
          {wordsOf(tried.error)}
        </p>
      )}
      {ready && t && (
        <>
          <p className="quiet small">
            {w(
              `${t.period.zh}，截止 ${t.dueOn}；全区 ${t.obliged} 家单位要报。`,
              `${t.period.en}, due ${t.dueOn}; ${t.obliged} units would have to hand it in.`,
            )}
          </p>
          <table className="return-lines try-lines">
            <tbody>
              {rowsInOrder(t).map((r) => (
                <tr key={r.row.code}>
                  <td>{r.row.number}</td>
                  <td>{r.kind === 'figure' ? say(r.row.label) : say(r.row.field.label)}</td>
                  <td className="number">
                    {r.kind === 'figure' ? (
                      `${shown(r.row.counted)} ${say(r.row.unitName)}`
                    ) : (
                      <span className="quiet">{r.row.field.optional ? w('单位填报（选填）', 'asked, optional') : w('单位填报', 'asked')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Sheet>
  )
}
