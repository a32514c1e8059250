import type { getServiceForm } from '@gongyou/contract/cases/catalogue.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../kit/api.ts'
import { isUnreached } from '../../kit/failure.ts'
import { keep, recall } from '../../kit/form/phone-store.ts'

export type ServiceForm = ReplyOf<typeof getServiceForm>

const place = (code: string) => `form/${code}`

/** The service and its form; without a network the form of the last visit, without anything about the person. */
export const useServiceForm = (code: string) =>
  useQuery({
    queryKey: ['getServiceForm', code],
    queryFn: async ({ signal }): Promise<ServiceForm> => {
      try {
        const form = await ask('getServiceForm', { params: { code }, signal })
        void keep(place(code), { ...form, known: {}, from: {}, facts: {}, draftAt: null })
        return form
      } catch (error) {
        const kept = isUnreached(error) ? await recall<ServiceForm>(place(code)) : undefined
        if (!kept) throw error
        return kept
      }
    },
  })
