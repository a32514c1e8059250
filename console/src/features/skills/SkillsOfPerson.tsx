import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { hoursWord } from './class-words.ts'
import './skills.css'
import { titleName } from './words.ts'

const Line = ({ what, about, end }: { what: string; about: string; end: string }) => (
  <li>
    <span>
      {what}
      <small className="quiet">{about}</small>
    </span>
    <span>{end}</span>
  </li>
)

/** 技能档案 on the page of a person: contests, courses, titles; nothing where there is nothing. */
export const SkillsOfPerson = ({ id }: { id: string }) => {
  const may = useMay()
  const found = useQuery({ ...asking('skillsOfPerson', { params: { id } }), enabled: may('skills.read'), retry: false })
  const p = found.data
  if (!p || p.contests.length + p.courses.length + p.certificates.length === 0) return null
  // The certificate of a course stands with the course.
  const titles = p.certificates.filter((c) => !p.courses.some((k) => k.certificate === c.code))
  const numberOf = (code: string | null) => p.certificates.find((c) => c.code === code)?.number
  return (
    <Sheet
      title={w('技能档案', 'Skills')}
      head={p.inPool.length > 0 ? <span className="quiet">{w('已列入技能人才库', 'In the pool of skilled people')}</span> : null}
    >
      <ul className="skill-lines">
        {titles.map((c) => (
          <Line key={c.code} what={c.award} about={`${c.reason} · ${c.number}`} end={c.issuedOn} />
        ))}
        {p.contests.map((c) => (
          <Line
            key={`${c.contest}${c.trade}`}
            what={`${c.trade} · ${c.contest}`}
            about={[c.place === null ? w('参赛', 'took part') : w(`第 ${c.place} 名`, `place ${c.place}`), c.title ? titleName(c.title) : '']
              .filter(Boolean)
              .join(' · ')}
            end={c.on}
          />
        ))}
        {p.courses.map((c) => (
          <Line
            key={`${c.name}${c.from}`}
            what={c.name}
            about={[
              c.academy,
              hoursWord(c.hours),
              c.completed === null ? w('在学', 'under way') : c.completed ? w('已结业', 'completed') : w('未结业', 'not completed'),
              numberOf(c.certificate) ?? '',
            ]
              .filter(Boolean)
              .join(' · ')}
            end={c.to}
          />
        ))}
      </ul>
    </Sheet>
  )
}
