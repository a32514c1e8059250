import type { MyMatching } from '@gongyou/contract/matchmaking/routes.ts'
import { day, moment } from '../../kit/day.ts'
import { w } from '../../kit/text.ts'
import '../../kit/form/form.css'
import '../activities/activities.css'
import './matchmaking.css'

/** What is kept how long, and who sees it: plain words, on every page of this. */
export const Promised = ({ m, open = false }: { m: MyMatching; open?: boolean }) => (
  <details className="match-promise" open={open}>
    <summary>{w('谁看得到，留多久', 'Who sees it, and how long it is kept')}</summary>
    <ul className="plain">
      <li>
        {w(
          '别人只看到昵称、年龄段、职业和您写的一句话，而且只有到场的人看得到。',
          'Others see your nickname, age band, occupation and words, and only those who were there.',
        )}
      </li>
      <li>
        {w(
          '您选了谁，谁也看不到，工会也看不到。只有互相选择的两个人会知道，并看到对方留的联系方式。',
          'Nobody sees whom you chose, the union neither. Only two who chose each other learn it, and see each other’s contact.',
        )}
      </li>
      <li>
        {w(
          `${moment(m.chooseUntil)} 比对，比对后所有选择立即删除，没有互选的不留痕迹。`,
          `Choices are compared on ${moment(m.chooseUntil)} and deleted at once; those not mutual leave no trace.`,
        )}
      </li>
      <li>
        {w(
          `${day(m.goneOn)} 起，联谊卡、联系方式、互选结果和单身声明全部删除，只留人数。您报过名、到过场的记录和其他活动一样保留。`,
          `From ${day(m.goneOn)} cards, contacts, matches and declarations are deleted; only counts stay. That you signed up and came stays on record as with any activity.`,
        )}
      </li>
      <li>{w('随时可以退出，退出后您的内容马上删除。', 'You may leave at any time; what is yours is deleted at once.')}</li>
    </ul>
  </details>
)
