import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

/** Emergency accesses, to be reviewed by somebody else. */
export const Emergencies = () => {
  const list = useQuery(asking('listBreakGlass', { query: {} }))
  const [reviewed, setReviewed] = useState<string | null>(null)
  const rows = list.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <div style={{ marginTop: 24 }}>
      <Sheet title={w('应急访问复核', 'Emergency accesses')}>
        {rows.map((e) => (
          <div key={e.id} style={{ display: 'flex', gap: 12, padding: '6px 0', alignItems: 'center' }}>
            <span className="quiet">{instant(e.fromAt)}</span>
            <span style={{ flex: 1 }}>
              {e.person.name} · {e.org.name}
              <br />
              <span className="quiet small">{e.because}</span>
            </span>
            {e.reviewedAt ? (
              <span className="quiet">
                {e.verdict === 'justified' ? w('认定合理', 'Justified') : w('认定不当', 'Not justified')} · {e.reviewedBy?.name}
              </span>
            ) : (
              <Button size="small" onClick={() => setReviewed(e.id)}>
                {w('复核', 'Review')}
              </Button>
            )}
          </div>
        ))}
      </Sheet>
      {reviewed && (
        <FormModal<{ verdict: 'justified' | 'not-justified'; note: string }>
          title={w('复核应急访问', 'Review')}
          ok={w('提交', 'Submit')}
          initial={{ verdict: 'justified' }}
          save={(f) => ask('reviewBreakGlass', { params: { id: reviewed }, body: f })}
          onClose={() => setReviewed(null)}
          onDone={() => {
            setReviewed(null)
            void list.refetch()
          }}
        >
          <Form.Item name="verdict" label={w('结论', 'Verdict')}>
            <Radio.Group
              options={[
                { value: 'justified', label: w('合理', 'Justified') },
                { value: 'not-justified', label: w('不当', 'Not justified') },
              ]}
            />
          </Form.Item>
          <Form.Item name="note" label={w('意见', 'Note')} rules={[{ required: true, min: 2, message: w('请写明意见', 'Give a note') }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        </FormModal>
      )}
    </div>
  )
}
