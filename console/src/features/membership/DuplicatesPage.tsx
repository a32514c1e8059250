import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'

type Side = { id: string; name: string; birthOn: string | null; mobile: string | null; idLast4: string | null; org: string | null }
const Card = ({ p }: { p: Side }) => (
  <div style={{ flex: 1, minWidth: 220 }}>
    <Link to={'/people/$id' as string} params={{ id: p.id } as never}>
      {p.name}
    </Link>
    <div className="quiet small">
      {[p.birthOn, p.mobile, p.idLast4 && w(`证件后四位 ${p.idLast4}`, `ID ends ${p.idLast4}`)].filter(Boolean).join(' · ')}
    </div>
    <div className="quiet small">{p.org ?? w('没有会籍', 'No membership')}</div>
  </div>
)

/** Records that may be one person: merged with one click, parted again with one. */
export const DuplicatesPage = () => {
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const pairs = useQuery(asking('listDuplicates', {}))
  const merges = useQuery(asking('listMerges', {}))
  const again = () => {
    for (const key of ['listDuplicates', 'listMerges']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const merge = useMutation({
    mutationFn: (b: { keep: string; gone: string }) => ask('mergePersons', { body: { ...b, because: w('同一人重复登记', 'Registered twice') } }),
    onSuccess: () => {
      message.success(w('已合并，可在下方撤销', 'Merged; can be undone below'))
      again()
    },
    onError: (e) => message.error(wordsOf(e)),
  })
  const undo = useMutation({
    mutationFn: (id: string) => ask('undoMerge', { params: { id } }),
    onSuccess: () => {
      message.success(w('已撤销合并', 'Parted again'))
      again()
    },
    onError: (e) => message.error(wordsOf(e)),
  })
  const confirm = (keep: Side, gone: Side) =>
    modal.confirm({
      title: w(`合并两条“${keep.name}”？`, `Merge the two records of ${keep.name}?`),
      content: w(
        '保留左边一条，右边的会籍、申请、任职和消息归到它名下；可以撤销。',
        'The left record stays; membership, applications, posts and messages of the right go to it. It can be undone.',
      ),
      okText: w('合并', 'Merge'),
      onOk: () => merge.mutateAsync({ keep: keep.id, gone: gone.id }),
    })
  return (
    <>
      <div className="page-head">
        <h1>{w('疑似重复', 'Possible duplicates')}</h1>
      </div>
      {pairs.isError && <Failure error={pairs.error} />}
      <section className="sheet" style={{ marginBottom: 16 }}>
        {pairs.isPending && <Skeleton active style={{ padding: 16 }} />}
        {pairs.data?.pairs.length === 0 && <p className="empty">{w('没有疑似重复的记录', 'Nothing looks like a duplicate')}</p>}
        {pairs.data?.pairs.map(({ why, a, b }) => {
          const [left, right] = a.idLast4 ? [a, b] : [b, a]
          return (
            <div
              key={a.id + b.id}
              style={{
                display: 'flex',
                flexWrap: 'wrap',
                gap: 16,
                padding: '10px 16px',
                borderBottom: '1px solid var(--line)',
                alignItems: 'center',
              }}
            >
              <Card p={left} />
              <Card p={right} />
              <span className="quiet">
                {why === 'name-birth' ? w('同名同生日', 'Same name and birthday') : w('同名同手机', 'Same name and phone')}
              </span>
              <Button onClick={() => confirm(left, right)}>{w('合并', 'Merge')}</Button>
            </div>
          )
        })}
      </section>
      <h2>{w('合并记录', 'Merges')}</h2>
      <section className="sheet">
        {merges.isPending && <Skeleton active style={{ padding: 16 }} />}
        {merges.data?.rows.length === 0 && <p className="empty">{w('还没有合并过', 'Nothing merged yet')}</p>}
        {merges.data?.rows.map((m) => (
          <div key={m.id} style={{ display: 'flex', gap: 12, padding: '8px 16px', borderBottom: '1px solid var(--line)' }}>
            <span className="quiet">{m.mergedAt.slice(0, 10)}</span>
            <span style={{ flex: 1 }}>
              {m.gone.name} → {m.kept.name} <span className="quiet">{m.because}</span>
            </span>
            {m.undoneAt ? (
              <span className="quiet">{w('已撤销', 'Undone')}</span>
            ) : (
              <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(m.id)}>
                {w('撤销合并', 'Undo')}
              </Button>
            )}
          </div>
        ))}
      </section>
    </>
  )
}
