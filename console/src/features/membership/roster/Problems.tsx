import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { ask } from '../../../kit/api.ts'
import { language } from '../../../kit/language.ts'
import { ListPage } from '../../../kit/ListPage.tsx'
import { saveFile } from '../../../kit/save-file.ts'
import { w } from '../../../kit/text.ts'

/** The rows that will not be taken, cell by cell, with what to do; as a workbook to correct and hand in again. */
export const Problems = ({ id, level }: { id: string; level: 'bad' | 'look' }) => {
  const get = useMutation({
    mutationFn: () => ask('downloadBadRows', { params: { id } }),
    onSuccess: (blob) => saveFile(blob, w('有问题的行.xlsx', 'bad-rows.xlsx')),
  })
  return (
    <div style={{ marginTop: 16 }}>
      <ListPage
        title={
          <span style={{ fontSize: 16 }}>
            {level === 'bad'
              ? w('有问题的行（不会导入）', 'Rows with problems (not imported)')
              : w('请留意的行（会导入）', 'Rows to look at (imported)')}
          </span>
        }
        head={
          level === 'bad' && (
            <Button loading={get.isPending} onClick={() => get.mutate()}>
              {w('下载这些行，改好再传', 'Download, correct, hand in again')}
            </Button>
          )
        }
        list="listRosterProblems"
        params={{ id }}
        search={{}}
        fixed={{ level }}
        onSearch={() => {}}
        rowKey={(p) => `${p.row}${p.cell}${p.reason.zh}`}
        empty={w('没有', 'None')}
        columns={[
          { title: w('单元格', 'Cell'), width: 80, render: (_, p) => p.cell || w(`第 ${p.row} 行`, `Row ${p.row}`) },
          { title: w('姓名', 'Name'), width: 110, dataIndex: 'name' },
          { title: w('列', 'Column'), width: 110, dataIndex: 'title' },
          { title: w('填的是', 'It says'), width: 190, render: (_, p) => p.shown || '—' },
          { title: w('问题', 'Problem'), render: (_, p) => p.reason[language()] },
          { title: w('建议', 'Suggestion'), render: (_, p) => p.suggestion?.[language()] ?? '' },
        ]}
      />
    </div>
  )
}
