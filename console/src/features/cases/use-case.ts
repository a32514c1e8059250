import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** One case and what happens to it here: every command answers with the case, which then stands on the page. */
export const useCase = (id: string) => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [farewell, setFarewell] = useState<CaseView | null>(null)
  const call = asking('getCase', { params: { id } })
  const read = useQuery({ ...call, enabled: farewell?.id !== id })
  // Access that has ended takes the page with it, whatever is still remembered here.
  const gone = read.error instanceof Refusal && read.error.problem.status === 404
  const one = { view: gone ? undefined : read.data, error: gone || !read.data ? read.error : null, retry: () => read.refetch() }
  const changed = (after: CaseView) => {
    if (after.farewell) {
      setFarewell(after)
      queries.removeQueries({ queryKey: call.queryKey })
    } else queries.setQueryData(call.queryKey, after)
    for (const list of ['listQueue', 'countQueue', 'listCases']) void queries.invalidateQueries({ queryKey: [list] })
  }
  const acted = (after: CaseView) => {
    const last = after.acts.at(-1)
    const now = after.outcome ?? after.state
    if (last) message.success(w(`已记录“${last.name.zh}”，现在：${now.zh}`, `Recorded: ${say(last.name)}. Now: ${say(now)}`))
    changed(after)
  }
  return { one, farewell: farewell?.id === id ? farewell : null, changed, acted }
}
