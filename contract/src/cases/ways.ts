import { z } from 'zod'
import { AnswersShape } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { ById, Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { CaseView, File } from './shapes.ts'

const version = z.int()
const said = z.string().trim().max(2000).optional()
const why = z.string().trim().min(2, '请写明原因').max(1000)

export const takeCaseStep = route({
  id: 'takeCaseStep',
  method: 'POST',
  url: '/api/cases/:id/steps/:action',
  door: 'person',
  summary: t('办理一步', 'Take a step'),
  params: ById.extend({ action: z.string().max(40) }),
  body: z.object({ version, answers: AnswersShape.default({}), said }),
  reply: CaseView,
})

/** 批量办理: the same step for many; each succeeds or fails by itself and says why. */
export const takeStepForMany = route({
  id: 'takeStepForMany',
  method: 'POST',
  url: '/api/cases/steps/:action',
  door: 'cases.handle',
  summary: t('批量办理', 'Take a step for many'),
  params: z.object({ action: z.string().max(40) }),
  body: z.object({
    cases: z
      .array(z.object({ id: Id, version }))
      .min(1)
      .max(200),
    answers: AnswersShape.default({}),
    said,
  }),
  reply: z.object({ done: z.int(), results: z.array(z.object({ id: Id, ok: z.boolean(), says: z.string().nullable() })) }),
})

const way = <const N extends string, const P extends string, const S extends z.ZodRawShape>(id: N, path: P, zh: string, en: string, body: S) =>
  route({
    id,
    method: 'POST',
    url: `/api/cases/:id/${path}`,
    door: 'person',
    summary: t(zh, en),
    params: ById,
    body: z.object(body),
    reply: CaseView,
  })

export const claimCase = way('claimCase', 'claim', '签收', 'Take on', { version })
export const askForMore = way('askForMore', 'ask-for-more', '要求补正', 'Ask for more', {
  version,
  fields: z.array(z.string().max(60)).max(50),
  says: why,
})
export const supplyCase = way('supplyCase', 'supply', '补正', 'Supply what was missing', { version, answers: AnswersShape, said })
export const transferCase = way('transferCase', 'transfer', '转办', 'Transfer', { version, personId: Id.optional(), orgId: Id.optional(), why })
export const delegateCase = way('delegateCase', 'delegate', '委派', 'Delegate', { version, personId: Id, asks: why })
export const reportOnCase = way('reportOnCase', 'report', '回报', 'Report back', { version, said: why })
export const addSigners = way('addSigners', 'signers', '会签与加签', 'Add signers', {
  version,
  persons: z.array(Id).min(1).max(20),
  mode: z.enum(['all', 'any']).default('all'),
  place: z.enum(['beside', 'before', 'after']),
  asks: why,
})
export const giveOpinion = way('giveOpinion', 'opinion', '签署意见', 'Give an opinion', { version, agrees: z.boolean(), said: why })
export const copyCase = way('copyCase', 'copies', '抄送', 'Copy to colleagues', { persons: z.array(Id).min(1).max(50), why })
export const sendCaseBack = way('sendCaseBack', 'send-back', '退回', 'Send back', {
  version,
  to: z.union([z.enum(['start', 'previous']), z.object({ state: z.string().max(40) })]),
  why,
})
export const recallStep = way('recallStep', 'recall', '撤回上一步', 'Recall the last step', { version, why })
export const withdrawCase = way('withdrawCase', 'withdraw', '撤回申请', 'Withdraw', { version, why: z.string().trim().max(1000).default('') })
export const urgeCase = way('urgeCase', 'urge', '催办', 'Urge', { said })
export const askExtension = way('askExtension', 'extension', '申请延期', 'Ask for more time', {
  version,
  clock: Id,
  amount: z.int().min(1).max(365),
  why,
})
export const decideExtension = way('decideExtension', 'extension/decision', '审批延期', 'Decide on an extension', {
  version,
  grant: z.boolean(),
  said: why,
})
export const suspendCase = way('suspendCase', 'suspend', '中止', 'Suspend', { version, why })
export const resumeCase = way('resumeCase', 'resume', '恢复', 'Resume', { version, why })
export const terminateCase = way('terminateCase', 'terminate', '终止', 'Terminate', { version, why })
export const reopenCase = way('reopenCase', 'reopen', '重开', 'Reopen', { version, state: z.string().max(40).optional(), why })
const files = z.array(File).max(20).default([])
export const noteOnCase = way('noteOnCase', 'notes', '内部备注', 'Internal note', { said: why, files })
export const answerApplicant = way('answerApplicant', 'answers', '答复申请人', 'Answer the applicant', { said: why, files })
export const upgradeCase = way('upgradeCase', 'upgrade', '转为正式办件', 'Make it a full case', {
  version,
  service: z.string().max(60),
  answers: AnswersShape,
})
export const rateCase = way('rateCase', 'rating', '评价', 'Rate', { stars: z.int().min(1).max(5), said: z.string().trim().max(500).default('') })
export const appealCase = way('appealCase', 'appeal', '提出异议', 'Object', { why })
