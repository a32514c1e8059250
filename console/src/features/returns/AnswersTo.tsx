import { Drawer } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { say } from '../../kit/language.ts'
import { ListPage } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

/** What every unit answered to one question, who typed it and when. */
export const AnswersTo = ({ round, line, title, onClose }: { round: string; line: string; title: string; onClose: () => void }) => {
  const go = useNavigate()
  return (
    <Drawer open size={720} onClose={onClose} title={title}>
      <ListPage<'listReturnAnswers'>
        title={<span style={{ fontSize: 14 }}>{w('各单位填报', 'What the units answered')}</span>}
        list="listReturnAnswers"
        params={{ id: round, line }}
        search={{}}
        onSearch={() => {}}
        rowKey={(r) => r.sheet}
        onOpen={(r) => go({ to: '/returns/$id' as string, params: { id: r.sheet } as never })}
        empty={w('还没有单位填报', 'No unit has answered yet')}
        columns={[
          { title: w('单位', 'Unit'), width: 220, ellipsis: true, render: (_, r) => r.org.name },
          { title: w('填报', 'Answer'), render: (_, r) => say(r.answer) },
          { title: w('填报人', 'By'), width: 90, render: (_, r) => r.by ?? '' },
          { title: w('时间', 'When'), width: 140, render: (_, r) => instant(r.at) },
        ]}
      />
    </Drawer>
  )
}
