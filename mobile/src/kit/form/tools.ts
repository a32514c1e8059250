import type { FileAnswer, Reference } from '@gongyou/contract/forms/index.ts'
import { createContext, useContext } from 'react'

export type Found = Reference & { town: number | null; about?: string | undefined }

/** What questions need of the page they stand on: finding a union by name, sending a file, who fills it in. */
export type FormTools = {
  find: (field: string, q: string) => Promise<readonly Found[]>
  send: (file: File, secret: boolean) => Promise<FileAnswer>
  me: Reference | null
}

const nothing = () => Promise.reject(new Error('no tools'))
export const ToolsContext = createContext<FormTools>({ find: nothing, send: nothing, me: null })
export const useTools = () => useContext(ToolsContext)
