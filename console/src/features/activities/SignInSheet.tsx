import type { getSessionSheet } from '@gongyou/contract/activities/station.ts'
import { paperWords } from '@gongyou/contract/activities/words.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { createPortal } from 'react-dom'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { Picture } from './Photos.tsx'
import { span } from './words.tsx'
import '../cases/print.css'
import './print.css'

type Props = { sheet: ReplyOf<typeof getSessionSheet>; what: 'blank' | 'evidence' }

/** Lines left empty for those who come without having signed up. */
const walkIns = 6

/** The A4 sheet to sign, or the sheet that shows that the session took place. */
export const SignInSheet = ({ sheet, what }: Props) => {
  const present = sheet.persons.filter((p) => p.attendedAt)
  const rows = what === 'blank' ? sheet.persons : present
  const count = sheet.gateCount ?? present.reduce((n, p) => n + p.seats, 0)
  return createPortal(
    <div className="print-sheet" aria-hidden="true">
      <p className="print-house">{sheet.org}</p>
      <h1>{what === 'blank' ? w('活动签到表', 'Sign-in sheet') : w('活动佐证单', 'Evidence sheet')}</h1>
      <table>
        <tbody>
          <tr>
            <th scope="row">{w('活动', 'Activity')}</th>
            <td>{sheet.title}</td>
            <th scope="row">{w('类型', 'Kind')}</th>
            <td>{sheet.kind}</td>
          </tr>
          <tr>
            <th scope="row">{w('时间', 'Time')}</th>
            <td>{span(sheet.startsAt, sheet.endsAt)}</td>
            <th scope="row">{w('地点', 'Place')}</th>
            <td>{sheet.place}</td>
          </tr>
          <tr>
            <th scope="row">{w('负责人', 'In charge')}</th>
            <td>{sheet.head || '—'}</td>
            <th scope="row">{what === 'blank' ? w('应到', 'Expected') : w('人次', 'Heads')}</th>
            <td>{what === 'blank' ? sheet.persons.reduce((n, p) => n + p.seats, 0) : count}</td>
          </tr>
        </tbody>
      </table>
      {what === 'evidence' && (
        <div className="print-photos">
          {sheet.photos.map((p) => (
            <figure key={p.id}>
              <Picture id={p.id} alt="" />
              <figcaption>
                {instant(p.takenAt)} {p.place} {p.said}
              </figcaption>
            </figure>
          ))}
        </div>
      )}
      {what === 'evidence' && sheet.papers.length > 0 && (
        <table>
          <tbody>
            {sheet.papers.map((p) => (
              <tr key={p.id}>
                <th scope="row">{say(paperWords[p.sort])}</th>
                <td>
                  {p.name} {p.said}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(rows.length > 0 || what === 'blank') && (
        <table className="print-names">
          <thead>
            <tr>
              <th>{w('序号', 'No.')}</th>
              <th>{w('姓名', 'Name')}</th>
              <th>{w('工会', 'Union')}</th>
              <th>{w('手机尾号', 'Phone')}</th>
              <th>{what === 'blank' ? w('签名', 'Signature') : w('签到时间', 'Checked in')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((p, i) => (
              <tr key={`${p.name}${p.phone}${i}`}>
                <td>{i + 1}</td>
                <td>
                  {p.name}
                  {p.seats > 1 ? w(`（${p.seats} 人）`, ` (${p.seats})`) : ''}
                </td>
                <td>{p.union}</td>
                <td>{p.phone}</td>
                <td>{what === 'blank' ? '' : p.attendedAt ? instant(p.attendedAt) : ''}</td>
              </tr>
            ))}
            {what === 'blank' &&
              Array.from({ length: walkIns }, (_, i) => (
                <tr key={i}>
                  <td>{rows.length + i + 1}</td>
                  <td />
                  <td />
                  <td />
                  <td />
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </div>,
    document.body,
  )
}
