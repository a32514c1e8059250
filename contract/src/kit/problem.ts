import { z } from 'zod'
import { type Text, t } from './text.ts'

/** A refusal: HTTP status and what to tell the person. The text says what to do next. */
export type ProblemText = readonly [status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503, text: Text]

/** Refusals that any route may give. Features add their own beside their routes. */
export const kitProblems = {
  'request.invalid': [400, t('填写有误，请按提示修改', 'Some fields need correcting')],
  'request.unreadable': [400, t('请求内容无法读取，请重新提交', 'The request could not be read; please send it again')],
  'request.too-large': [413, t('内容太大，请减小后重试', 'Too large; please send less')],
  'request.media-type': [415, t('不支持这种内容格式', 'This content type is not accepted')],
  'request.too-often': [429, t('操作太频繁，请稍后再试', 'Too many requests; please wait a little')],
  'request.no-such-page': [404, t('没有这个地址', 'No such address')],
  'record.not-found': [404, t('没有找到，或您无权查看', 'Not found, or not yours to see')],
  'record.changed': [409, t('这条记录刚被别人改过，请刷新后再处理', 'Someone has just changed this record; reload and decide again')],
  'record.linked': [409, t('仍有记录引用它，不能这样处理', 'Other records still refer to it')],
  'record.refused': [409, t('与已有记录冲突，未保存', 'Conflicts with what is recorded; nothing was saved')],
  'sign-in.required': [401, t('请先登录', 'Please sign in')],
  'right.missing': [403, t('您的岗位没有这项权限', 'Your post does not carry this right')],
  'server.database-away': [
    503,
    t(
      '数据库暂时中断，正在自动恢复，请过几秒再试；刚才提交的内容可能没有保存，请先看一眼再重新提交',
      'The database is away and is being brought back; try again in a few seconds. What you just sent may not be saved: look before sending again',
    ),
  ],
  'server.busy': [503, t('系统繁忙，请稍后再试，您填的内容没有丢失', 'Busy; please try again, nothing was lost')],
} as const satisfies Record<string, ProblemText>

/** RFC 9457 problem document. `code` is stable for programs; `detail` is for people; `errors` name the fields. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    request: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
