import type { ServiceCard } from '@gongyou/contract/cases/shapes.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

export const bring = (s: ServiceCard) =>
  s.papers.length > 0 ? w(`要带：${s.papers.map(say).join('、')}`, `Bring: ${s.papers.map(say).join(', ')}`) : w('不用带材料', 'No papers needed')

export const howLong = (s: ServiceCard) => (s.limit ? w(`${say(s.limit)}内答复`, `Answer within ${say(s.limit)}`) : '')
