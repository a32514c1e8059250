import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Grid, Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'
import { Reported } from './Reported.tsx'
import { RoundTotals } from './RoundTotals.tsx'
import { standing, stateName } from './words.ts'
import './returns.css'

const share = (of: number, among: number) => (among === 0 ? '—' : `${Math.round((1000 * of) / among) / 10}%`)

/** One period: how complete it is, what it adds up to, who is missing. */
export const RoundPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const { message } = App.useApp()
  const wide = Grid.useBreakpoint().md ?? true
  const page = useQuery(asking('getReturnRound', { params: { id } }))
  const forms = useQuery(asking('listReturnForms', {}))
  const remind = useMutation({
    mutationFn: () => ask('remindReturns', { params: { id } }),
    onSuccess: (r) =>
      message.success(w(`已提醒 ${r.units} 家单位的 ${r.persons} 位填报人`, `${r.persons} persons of ${r.units} units were reminded`)),
    onError: (e) => message.error(wordsOf(e)),
  })
  if (page.isError) return <Failure error={page.error} onRetry={() => page.refetch()} />
  if (!page.data) return <Skeleton active />
  const { round: r } = page.data
  const name = `${say(r.period)} ${say(r.title)}`
  const take = async () => {
    try {
      saveFile(await ask('exportReturnRound', { params: { id } }), `${r.period.zh}${r.title.zh}.xlsx`)
    } catch (e) {
      message.error(wordsOf(e))
    }
  }
  return (
    <>
      <div className="page-head">
        <Link to={'/returns' as string} className="quiet">
          {w('报表', 'Returns')}
        </Link>
        <span className="quiet">/</span>
        <h1>{name}</h1>
        <span className="spring" />
        {r.handedIn < r.obliged && (
          <Button onClick={() => remind.mutate()} loading={remind.isPending}>
            {w(`催报 ${r.obliged - r.handedIn} 家`, `Remind ${r.obliged - r.handedIn}`)}
          </Button>
        )}
        {forms.data?.mayOpen && <Reported round={r} onDone={() => void page.refetch()} />}
        <Button onClick={take}>{w('导出汇总表', 'Excel')}</Button>
      </div>
      <p className="return-head">
        <span>
          {w('应报', 'Due')} <b>{r.obliged}</b>
        </span>
        <span>
          {w('已报', 'In')} <b>{r.handedIn}</b>（{share(r.handedIn, r.obliged)}）
        </span>
        <span>
          {w('按时', 'In time')} <b>{r.timely}</b>（{share(r.timely, r.obliged)}）
        </span>
        <span>
          {w('零报', 'Nothing to report')} <b>{r.nil}</b>
        </span>
        <span className="quiet">{w(`截止 ${r.dueOn}`, `due ${r.dueOn}`)}</span>
        {r.reported && (
          <span>
            {w(`已于 ${r.reported.on} 报送${r.reported.to}`, `handed up to ${r.reported.to} on ${r.reported.on}`)}
            {r.reported.movedSince > 0 && (
              <b className="return-late">{w(`，其后有 ${r.reported.movedSince} 家变动`, `; ${r.reported.movedSince} have moved since`)}</b>
            )}
          </span>
        )}
      </p>
      <RoundTotals page={page.data} />
      <ListPage<'listReturnSheets'>
        title={<span style={{ fontSize: 16 }}>{w('各单位', 'Units')}</span>}
        list="listReturnSheets"
        params={{ id }}
        search={search}
        onSearch={(next) => go({ to: '.', search: next as never })}
        rowKey={(s) => s.id}
        onOpen={(s) => go({ to: '/returns/$id' as string, params: { id: s.id } as never })}
        filters={[
          {
            name: 'state',
            kind: 'choice',
            label: w('状态', 'State'),
            options: [
              { value: 'missing', label: w('未报', 'Missing') },
              { value: 'handed-in', label: stateName('handed-in') },
              { value: 'sent-back', label: stateName('sent-back') },
              { value: 'received', label: stateName('received') },
              { value: 'late', label: w('逾期', 'Late') },
              { value: 'changed', label: w('有改数', 'Told otherwise') },
              ...(r.reported ? [{ value: 'moved', label: w('上报后变动', 'Moved since handed up') }] : []),
            ],
          },
        ]}
        empty={w('没有这样的单位', 'No such unit')}
        columns={
          wide
            ? [
                { title: w('单位', 'Unit'), width: 320, ellipsis: true, render: (_, s) => s.org.name },
                { title: w('状态', 'State'), width: 180, render: (_, s) => standing(s) },
                { title: w('改数', 'Changed'), width: 80, align: 'right', render: (_, s) => s.changed || '' },
                { title: w('截止', 'Due'), width: 110, render: (_, s) => s.dueOn ?? '—' },
              ]
            : [
                {
                  title: w('单位', 'Unit'),
                  render: (_, s) => (
                    <div>
                      <div>{s.org.name}</div>
                      <div className="small quiet">{standing(s)}</div>
                    </div>
                  ),
                },
              ]
        }
      />
    </>
  )
}
