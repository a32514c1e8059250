import { useMemo } from 'react'
import { ask } from '../../kit/api.ts'
import type { FormTools } from '../../kit/form/tools.ts'
import { useMe } from '../../kit/me.ts'

/** Sends a file as the person's own; whoever may read the case may open it once it is handed in. */
export const sendFile: FormTools['send'] = async (file, secret) => {
  const { id, name } = await ask('uploadFile', { file, query: { secrecy: secret ? 'P3' : 'P2' } })
  return { id, name }
}

/** What the questions of a service need: its own finder, the signed-in person's files and name. */
export const useFormTools = (code: string, revision?: number): FormTools => {
  const { me } = useMe()
  const person = me?.person ?? null
  return useMemo(
    () => ({
      find: async (field, q) => (await ask('findForField', { params: { code, field }, query: { q, ...(revision ? { revision } : {}) } })).found,
      send: sendFile,
      me: person ? { id: person.id, name: person.name } : null,
    }),
    [code, revision, person?.id],
  )
}
