import { entryOf } from '@gongyou/contract/codes/code-list.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { contestTitles } from '@gongyou/contract/skills/codes.ts'
import { type KeptOf, line } from '../../kit/kept.ts'
import { passportOf } from './passport.ts'

/** What the passport of skills holds. */
export const skillsKept: KeptOf = async (look, _, personId) => {
  const p = await passportOf(look, personId)
  const titled = (code: (typeof p.contests)[number]['title']) => (code ? t(entryOf(contestTitles, code).zh, entryOf(contestTitles, code).en) : null)
  return [
    {
      title: t('竞赛和培训', 'Contests and courses'),
      entries: [
        ...p.contests.map((c) => ({
          title: `${c.contest} ${c.trade}`,
          at: null,
          lines: [
            ...line(t('日期', 'Date'), c.on),
            ...line(t('名次', 'Place'), c.place === null ? null : String(c.place)),
            ...line(t('称号', 'Title'), titled(c.title)),
          ],
        })),
        ...p.courses.map((c) => ({
          title: c.name,
          at: null,
          lines: [...line(t('工匠学院', 'Academy'), c.academy), ...line(t('日期', 'Dates'), `${c.from} – ${c.to}`)],
        })),
        ...p.certificates.map((c) => ({
          title: c.award,
          at: null,
          lines: [...line(t('证书编号', 'Certificate'), c.number), ...line(t('颁发日期', 'Issued'), c.issuedOn)],
        })),
        ...p.inPool.map((c) => ({ title: c.trade, at: c.since, lines: line(t('登记', 'Listed'), t('技能人才库', 'Pool of skilled people')) })),
      ],
    },
  ]
}
