import { t } from '../../kit/text.ts'
import { service } from '../service.ts'

/** 一句话登记: what came up, in one line; closed at once, or made a full case of the right service later. */
export const quickRecord = service({
  code: 'quick-record',
  revision: 1,
  letters: 'DJ',
  title: t('一句话登记', 'One-line record'),
  summary: t('先记下一件事，之后可转为正式办件。', 'One line now, a full case later if needed.'),
  begunBy: ['office'],
  form: {
    said: { kind: 'text', label: t('什么事', 'What is it about'), max: 200 },
    result: { kind: 'text', label: t('怎么处理的', 'What was done'), lines: 3, max: 1000 },
  },
  asksAtStart: ['said'],
  roles: {
    handler: {
      name: t('登记人', 'Recorder'),
      posts: ['station_head', 'deputy_station_head', 'union_social_worker', 'union_chair', 'office_officer'],
      at: 'unit',
    },
  },
  states: { noted: { name: t('已登记', 'Noted') }, done: { name: t('已处理', 'Done'), final: true } },
  begins: 'noted',
  actions: { finish: { name: t('处理完毕', 'Done'), from: 'noted', to: 'done', by: 'handler', asks: ['result'], outcome: 'done' } },
  outcomes: { done: { name: t('当场办结', 'Done'), good: true } },
})
