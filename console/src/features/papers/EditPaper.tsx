import type { PaperContent } from '@gongyou/contract/papers/content.ts'
import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import type { Paper } from '@gongyou/contract/papers/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { AnnexFields } from './AnnexFields.tsx'
import { PaperSheet } from './PaperSheet.tsx'

const bodyHint = () =>
  w(
    '一行一段。层次写“一、”“（一）”“1.”“（1）”；表格一行一条：| 姓名 | 单位 |，第一行是表头。',
    'One paragraph a line. Levels are 一、（一） 1. （1）; a table is rows of | name | unit |, the first one its head.',
  )

const Rare = ({ up }: { up: boolean }) => (
  <details style={{ marginBottom: 16 }}>
    <summary>{w('版头、版记和密级', 'Head, imprint and classification')}</summary>
    <div style={{ marginTop: 12 }}>
      <Form.Item name="mark" label={w('发文机关标志（红头）', 'Red mark at the head')}>
        <Input maxLength={60} />
      </Form.Item>
      {up && (
        <Form.Item name="signer" label={w('签发人（不填则为签发的人）', 'Signed by (empty: whoever issues it)')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="copies" label={w('抄送机关', 'Copies to')}>
        <Input.TextArea autoSize maxLength={300} />
      </Form.Item>
      <Form.Item name="printedBy" label={w('印发机关', 'Printed by')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="urgency" label={w('紧急程度', 'Urgency')}>
        <Select options={['', '加急', '特急'].map((value) => ({ value, label: value || w('无', 'None') }))} />
      </Form.Item>
      <Form.Item name="secrecy" label={w('密级和保密期限', 'Classification')}>
        <Input maxLength={12} placeholder="秘密★1年" />
      </Form.Item>
      <Form.Item name="copyNumber" label={w('份号', 'Copy number')}>
        <Input maxLength={6} placeholder="000001" />
      </Form.Item>
    </div>
  </details>
)

/** Writing at the left, the paper as it will look at the right. */
export const EditPaper = ({ paper, onDone, onClose }: { paper: Paper; onDone: (saved: Paper) => void; onClose: () => void }) => {
  const [content, setContent] = useState<PaperContent>(paper.content)
  const save = useMutation({
    mutationFn: () => ask('editPaper', { params: { id: paper.id }, body: { version: paper.version, content: content as never } }),
    onSuccess: onDone,
  })
  return (
    <div className="paper-desk">
      <section className="sheet">
        <div className="body">
          <Form<PaperContent>
            layout="vertical"
            requiredMark={false}
            initialValues={paper.content}
            onValuesChange={(_, all) => setContent({ ...content, ...all })}
            onFinish={() => save.mutate()}
          >
            <Form.Item name="title" label={w('标题（换行处即为标题的换行）', 'Title (breaks where you break it)')}>
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} />
            </Form.Item>
            <Form.Item name="addressee" label={w('主送机关', 'Addressee')}>
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item name="body" label={w('正文', 'Text')} extra={bodyHint()}>
              <Input.TextArea autoSize={{ minRows: 12, maxRows: 40 }} maxLength={60_000} />
            </Form.Item>
            <AnnexFields />
            <Form.Item name="enclosures" label={w('随文附件（另附的材料，只列名称）', 'Enclosures handed over beside it (names only)')}>
              <Select mode="tags" open={false} suffixIcon={null} placeholder={w('输入名称后按回车', 'Type a name and press Enter')} />
            </Form.Item>
            <Form.Item name="signature" label={w('发文机关署名', 'Signature')}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="note" label={w('附注', 'Note')}>
              <Input maxLength={200} />
            </Form.Item>
            <Rare up={paperKind(paper.kind).flow === 'up'} />
            {save.isError && (
              <p role="alert" style={{ color: 'var(--red)' }}>
                {wordsOf(save.error)}
              </p>
            )}
            <Space>
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {w('保存草稿', 'Save the draft')}
              </Button>
              <Button onClick={onClose}>{w('放弃修改', 'Discard changes')}</Button>
            </Space>
          </Form>
        </div>
      </section>
      <div className="paper-seen" tabIndex={0} role="region" aria-label={w('预览', 'Preview')}>
        <PaperSheet kind={paper.kind} number={paper.shownNumber} issuedOn={paper.issuedOn} content={content} />
      </div>
    </div>
  )
}
