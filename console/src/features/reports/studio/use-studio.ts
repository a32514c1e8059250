import { faultsIn } from '@gongyou/contract/reports/checks.ts'
import { type Content, nextCode, tokensIn } from '@gongyou/contract/reports/content.ts'
import type { Report, ReportCheck, SaidToken } from '@gongyou/contract/reports/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'

const order = ['must', 'should', 'notice'] as const

/** A report while it is written: the text as it stands on the screen, tokens that the server has not kept yet, and what is off. */
export const useStudio = (report: Report, say: (code: string, text: string) => void) => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const at = { params: { id: report.id } }
  const [title, setTitle] = useState(report.title)
  const [content, setContent] = useState<Content>(report.content)
  const [changed, setChanged] = useState(false)
  const [fresh, setFresh] = useState<ReadonlyMap<string, SaidToken>>(new Map())
  const tokens = useMemo(() => new Map([...report.tokens.map((s) => [s.code, s] as const), ...fresh]), [report.tokens, fresh])
  const asked = useQuery({ ...asking('checkReport', at), queryKey: ['checkReport', report.id, report.version] })
  const took = (next: Report) => {
    queries.setQueryData(asking('getReport', at).queryKey, next)
    void queries.invalidateQueries({ queryKey: ['listReports'] })
    for (const s of next.tokens) say(s.code, s.text)
  }
  const failed = (e: unknown) => message.error(wordsOf(e))
  const send = async () => {
    const added = [...fresh.values()].filter((s) => tokensIn(content).includes(s.code)).map(({ code, token }) => ({ code, token }))
    const next = await ask('editReport', { ...at, body: { version: report.version, title, content, tokens: added } })
    setChanged(false)
    setFresh(new Map())
    took(next)
    return next
  }
  const kept = async () => (changed ? send() : report)
  const save = useMutation({ mutationFn: send, onSuccess: () => message.success(w('已保存', 'Saved')), onError: failed })
  const refresh = useMutation({
    mutationFn: async (codes: string[] | undefined) => {
      const { version } = await kept()
      return ask('refreshReport', { ...at, body: { version, ...(codes ? { codes } : {}) } })
    },
    onSuccess: (next) => {
      took(next)
      message.success(w('数字已更新', 'Counted anew'))
    },
    onError: failed,
  })
  const submit = useMutation({
    mutationFn: async () => {
      const { version } = await kept()
      return ask('submitReport', { ...at, body: { version } })
    },
    onSuccess: took,
    onError: failed,
  })
  const rewrite = useMutation({
    mutationFn: async ({ code, token }: { code: string; token: SaidToken['token'] }) => ({
      ...(await ask('tryReportToken', { ...at, body: { token } })),
      code,
    }),
    onSuccess: (said) => {
      setFresh((f) => new Map(f).set(said.code, said))
      setChanged(true)
      say(said.code, said.text)
    },
    onError: failed,
  })
  const checks = useMemo(() => {
    const local = faultsIn(content, [...tokens.values()]).map((f): ReportCheck => ({ ...f, claims: [] }))
    const used = new Set(tokensIn(content))
    const known = (asked.data?.checks ?? []).filter((c) => (c.rule === 'stale' || c.rule === 'contradiction') && (!c.token || used.has(c.token)))
    return [...local, ...known].sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
  }, [content, tokens, asked.data])
  return {
    title,
    content,
    tokens,
    checks,
    checking: asked.isPending,
    changed,
    setTitle: (t: string) => {
      setTitle(t)
      setChanged(true)
    },
    setContent: (c: Content) => {
      setContent(c)
      setChanged(true)
    },
    /** Takes a new number in; the text gets its code. */
    add: (said: SaidToken) => {
      const code = nextCode([...tokens.keys()])
      setFresh((f) => new Map(f).set(code, { ...said, code }))
      return code
    },
    /** Takes the numbers of a table in; they have their codes already. */
    addAll: (said: readonly SaidToken[]) => setFresh((f) => new Map([...f, ...said.map((x) => [x.code, x] as const)])),
    first: Number(nextCode([...tokens.keys()]).slice(2)),
    save,
    refresh,
    submit,
    rewrite,
  }
}
