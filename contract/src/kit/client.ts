import type { Problem } from './problem.ts'
import type { CallOf, ReplyOf, Route } from './route.ts'

/** What the browser needs of a route: drawn from the contract when the pages are built, so that no schema is sent to phones. */
export type Operation = Pick<Route, 'method' | 'url' | 'takesFile' | 'sends'>

/** A refusal from the server, thrown by the client. `problem.detail` is fit to show. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

type Call = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; file?: Blob; signal?: AbortSignal }

const addressOf = (operation: Operation, call: Call) => {
  const path = operation.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(call.params?.[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

const bodyOf = (call: Call): Pick<RequestInit, 'body' | 'headers'> => {
  if (call.file) {
    const form = new FormData()
    form.set('file', call.file)
    return { body: form }
  }
  if (call.body === undefined) return {}
  return { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } }
}

const problemOf = async (answer: Response): Promise<Problem> => {
  const fallback = { type: 'about:blank', title: answer.statusText, status: answer.status, code: 'server.unknown', detail: `${answer.status}` }
  return answer.json().catch(() => fallback) as Promise<Problem>
}

/** A typed caller over the routes: `ask('listMembers', { query: { town: '110118001' } })`. Throws `Refusal`. */
export const clientOf =
  <Routes extends Record<string, Route>>(operations: Record<keyof Routes, Operation>, headers: () => Record<string, string>) =>
  async <Name extends keyof Routes>(name: Name, call: CallOf<Routes[Name]> & { signal?: AbortSignal }): Promise<ReplyOf<Routes[Name]>> => {
    const operation = operations[name]
    const sent = bodyOf(call as Call)
    const answer = await fetch(addressOf(operation, call as Call), {
      method: operation.method,
      ...sent,
      headers: { ...headers(), ...sent.headers },
      ...(call.signal ? { signal: call.signal } : {}),
    })
    if (!answer.ok) throw new Refusal(await problemOf(answer))
    return (operation.sends ? answer.blob() : answer.json()) as Promise<ReplyOf<Routes[Name]>>
  }
