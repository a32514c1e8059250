import { rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '../../../kit/http/language.ts'
import { sendWorkbook } from '../../../kit/sheets/send-workbook.ts'

/** An empty roster in our layout, with a second sheet that says what each column takes. No drop-downs: they break when rows are pasted. */
export const sendTemplate = async (reply: FastifyReply, request: FastifyRequest) => {
  const language = languageOf(request)
  const zh = language === 'zh'
  const guide = rosterFields.map((f) => [
    'needed' in f ? `${f.title[language]}（${zh ? '必填' : 'needed'}）` : f.title[language],
    f.takes[language],
    f.also.slice(0, 4).join('、'),
  ])
  return sendWorkbook(reply, zh ? '会员名册模板.xlsx' : 'roster.xlsx', [
    { name: zh ? '会员名册' : 'Roster', columns: rosterFields.map((f) => ({ title: f.title[language], width: 16 })), rows: [] },
    {
      name: zh ? '填写说明' : 'How to fill in',
      columns: [
        { title: zh ? '列' : 'Column', width: 20 },
        { title: zh ? '怎么填' : 'What it takes', width: 60 },
        { title: zh ? '也可写作' : 'Also called', width: 50 },
      ],
      rows: guide,
    },
  ])
}
