import { type Operation, clientOf } from '@gongyou/contract/kit/client.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { operations } from 'virtual:operations'
import { language } from './language.ts'

/** Asks the server; typed by the routes of the contract. Throws `Refusal` with words fit to show. */
export const ask = clientOf<Routes>(operations as Record<keyof Routes, Operation>, () => ({ 'x-gongyou': '1', 'accept-language': language() }))

/** A query for TanStack: the key is the operation and what was asked, so that equal questions share an answer. */
export const asking = <Name extends keyof Routes>(name: Name, call: Parameters<typeof ask<Name>>[1]) => ({
  queryKey: [name, call] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(name, { ...call, signal }),
})
