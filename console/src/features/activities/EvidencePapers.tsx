import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import type { PaperSort, getSessionSheet } from '@gongyou/contract/activities/station.ts'
import { paperWords } from '@gongyou/contract/activities/words.ts'
import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { Button, Form, Input, Select } from 'antd'
import { ask } from '../../kit/api.ts'
import { OneFile } from '../../kit/form/OneFile.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type Sheet = ReplyOf<typeof getSessionSheet>
type Given = { onClose: () => void; onDone: (next: ActivityView) => void }

/** What finance asks for, in its order. */
const wanted: readonly PaperSort[] = ['signatures', 'invoice', 'acceptance']

/** What the set holds so far, and what it lacks. */
const Lacking = ({ sheet }: { sheet: Sheet }) => {
  const has = (sort: PaperSort) => sheet.papers.filter((p) => p.sort === sort).length
  const parts: [string, number][] = [
    [w('现场照片', 'Photographs'), sheet.photos.length],
    ...wanted.map((sort): [string, number] => [say(paperWords[sort]), has(sort)]),
  ]
  return (
    <p className="activity-set">
      {parts.map(([name, count]) => (
        <span key={name} className={count === 0 ? 'quiet' : undefined}>
          {name} {count === 0 ? w('还没有', 'none yet') : w(`${count} 份`, String(count))}
        </span>
      ))}
    </p>
  )
}

/** Papers beside the photographs: signed lists, invoices, acceptances. */
export const EvidencePapers = ({ sheet, remove }: { sheet: Sheet; remove?: (id: string) => void }) => (
  <section className="activity-papers">
    <h3>{w('佐证材料', 'Evidence')}</h3>
    <Lacking sheet={sheet} />
    {sheet.papers.length > 0 && (
      <ul>
        {sheet.papers.map((p) => (
          <li key={p.id}>
            <span>{say(paperWords[p.sort])}</span>
            <Button type="link" size="small" onClick={async () => saveFile(await ask('getEvidenceFile', { params: { id: p.id } }), p.name)}>
              {p.name}
            </Button>
            <span className="quiet">
              {p.said} {instant(p.at)}
            </span>
            {remove && (
              <Button type="text" size="small" onClick={() => remove(p.id)}>
                {w('撤下', 'Take back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    )}
  </section>
)

type Fields = { sort: PaperSort; files: FileAnswer[]; said?: string }
export const AddPaper = ({ sessionId, onClose, onDone }: Given & { sessionId: string }) => (
  <FormModal<Fields, ActivityView>
    title={w('添加佐证材料', 'Add a paper')}
    ok={w('保存', 'Save')}
    says={w(
      '财务要的签到表、发票、验收单可以事后补，办结以后也可以添加。',
      'Signed lists, invoices and acceptances may come later, after the end too.',
    )}
    initial={{ sort: 'invoice', files: [] }}
    save={(f) => ask('addEvidencePaper', { params: { id: sessionId }, body: { sort: f.sort, fileId: f.files[0]?.id ?? '', said: f.said ?? '' } })}
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item name="sort" label={w('是什么', 'What it is')}>
      <Select options={[...wanted, 'other' as const].map((sort) => ({ value: sort, label: say(paperWords[sort]) }))} />
    </Form.Item>
    <Form.Item
      name="files"
      label={w('文件', 'File')}
      rules={[{ required: true, type: 'array', min: 1, message: w('请选一份文件', 'Choose a file') }]}
    >
      <OneFile />
    </Form.Item>
    <Form.Item name="said" label={w('说明（可不填）', 'Words (optional)')}>
      <Input maxLength={200} placeholder={w('如：场地费 1,200 元', 'Such as: hall, 1,200 yuan')} />
    </Form.Item>
  </FormModal>
)

export const RemoveEvidence = ({ id, onClose, onDone }: Given & { id: string }) => (
  <FormModal<{ because: string }, ActivityView>
    title={w('撤下传错的照片或材料', 'Take it back')}
    ok={w('撤下', 'Take back')}
    says={w('撤下后不再显示，谁在什么时候因为什么撤下会留痕。', 'It is shown no more; who took it back, when and why stays on record.')}
    save={(f) => ask('removeEvidence', { params: { id }, body: f })}
    onClose={onClose}
    onDone={onDone}
  >
    <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, whitespace: true, message: w('请填写原因', 'Say why') }]}>
      <Input maxLength={200} />
    </Form.Item>
  </FormModal>
)
