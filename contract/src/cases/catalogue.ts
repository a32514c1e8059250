import { z } from 'zod'
import { AnswersShape, FormSent } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { Done, Id, Instant, Named } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { CaseView, ServiceCard } from './shapes.ts'

const ByCode = z.object({ code: z.string().max(60) })
const Text = z.object({ zh: z.string(), en: z.string() })

export const listServices = route({
  id: 'listServices',
  method: 'GET',
  url: '/api/cases/services',
  door: 'anyone',
  summary: t('可办理的事项', 'Services on offer'),
  query: z.object({ begunBy: z.enum(['worker', 'union', 'office']).optional() }),
  reply: z.object({ services: z.array(ServiceCard) }),
})

export const getServiceForm = route({
  id: 'getServiceForm',
  method: 'GET',
  url: '/api/cases/services/:code',
  door: 'anyone',
  summary: t('事项说明与表单', 'A service and its form'),
  params: ByCode,
  reply: ServiceCard.extend({
    form: FormSent,
    asksAtStart: z.array(z.string()),
    /** What the registry already knows or the person said last time, and where it is from; empty for a visitor. */
    known: AnswersShape,
    from: z.record(z.string(), z.enum(['registry', 'last', 'draft'])),
    /** Facts about the signed-in person that conditions of the form ask for. */
    facts: AnswersShape,
    draftAt: Instant.nullable(),
  }),
})

/** What is known of somebody at the window, so that only the rest is asked; that it was seen is written down. */
export const prefillForApplicant = route({
  id: 'prefillForApplicant',
  method: 'POST',
  url: '/api/cases/services/:code/prefill',
  door: 'cases.handle',
  summary: t('为申请人预填表单', 'Fill in what is known of an applicant'),
  params: ByCode,
  body: z.object({ applicantId: Id }),
  reply: z.object({ known: AnswersShape, from: z.record(z.string(), z.enum(['registry', 'last'])) }),
})

/** Records of the register by a part of their name, for a field that asks for one. Names and towns, nothing else of them. */
export const findForField = route({
  id: 'findForField',
  method: 'GET',
  url: '/api/cases/services/:code/fields/:field/found',
  door: 'person',
  perMinute: 120,
  summary: t('按名称查找可填的单位', 'Find what a field can be filled with'),
  params: ByCode.extend({ field: z.string().max(60) }),
  query: z.object({ q: z.string().trim().max(60).default(''), revision: z.coerce.number().int().optional() }),
  reply: z.object({ found: z.array(Named.extend({ town: z.int().nullable(), about: z.string().optional() })) }),
})

/** May I apply? Answers are weighed and thrown away. */
export const testEligibility = route({
  id: 'testEligibility',
  method: 'POST',
  url: '/api/cases/services/:code/self-test',
  door: 'anyone',
  perMinute: 120,
  summary: t('条件自测（不保存）', 'Eligibility self-test, nothing is kept'),
  params: ByCode,
  body: z.object({ answers: AnswersShape }),
  reply: z.object({
    rules: z.array(z.object({ says: Text, weight: z.enum(['must', 'look']), holds: z.boolean(), known: z.boolean() })),
    /** Questions that would decide it. */
    asks: FormSent,
    verdict: z.enum(['may', 'may-not', 'cannot-say']),
  }),
})

export const saveCaseDraft = route({
  id: 'saveCaseDraft',
  method: 'PUT',
  url: '/api/cases/services/:code/draft',
  door: 'person',
  summary: t('保存草稿', 'Keep a draft'),
  params: ByCode,
  body: z.object({ revision: z.int(), answers: AnswersShape }),
  reply: z.object({ savedAt: Instant }),
})

export const dropCaseDraft = route({
  id: 'dropCaseDraft',
  method: 'DELETE',
  url: '/api/cases/services/:code/draft',
  door: 'person',
  summary: t('删除草稿', 'Throw a draft away'),
  params: ByCode,
  reply: Done,
})

/** A worker applies for himself, by phone. The same request id handed in twice gives one case. */
export const applyForService = route({
  id: 'applyForService',
  method: 'POST',
  url: '/api/cases/services/:code/cases',
  door: 'person',
  perMinute: 60,
  summary: t('提交申请', 'Apply'),
  params: ByCode,
  body: z.object({ revision: z.int(), answers: AnswersShape, requestId: Id.optional() }),
  reply: z.object({ id: Id, number: z.string(), title: z.string(), dueOn: z.string().nullable(), says: Text }),
})

/** An officer enters a case: for a person at the window, for a union, or for what reached the office. */
export const fileCase = route({
  id: 'fileCase',
  method: 'POST',
  url: '/api/cases',
  door: 'cases.handle',
  summary: t('登记办件', 'Enter a case'),
  body: z.object({
    service: z.string().max(60),
    revision: z.int().optional(),
    orgId: Id,
    applicantId: Id.optional(),
    applicantOrgId: Id.optional(),
    channel: z.enum(['window', 'office', 'hotline']).default('window'),
    title: z.string().trim().max(200).optional(),
    answers: AnswersShape,
    requestId: Id.optional(),
  }),
  reply: CaseView,
})

export const quickRecord = route({
  id: 'quickRecord',
  method: 'POST',
  url: '/api/cases/quick',
  door: 'cases.handle',
  summary: t('一句话登记', 'One-line record'),
  body: z.object({ said: z.string().trim().min(2).max(200), orgId: Id, applicantId: Id.optional(), requestId: Id.optional() }),
  reply: CaseView,
})

export const getBurden = route({
  id: 'getBurden',
  method: 'GET',
  url: '/api/cases/burden',
  door: 'cases.read',
  summary: t('填报负担：重复要求填写的内容', 'Burden meter: what is asked twice'),
  reply: z.object({
    forms: z.int(),
    fields: z.int(),
    known: z.int(),
    askedTwice: z.int(),
    repeats: z.array(
      z.object({ asks: z.string(), label: z.string(), forms: z.array(z.object({ form: z.string(), field: z.string(), title: z.string() })) }),
    ),
  }),
})
