import { t } from '../../kit/text.ts'
import { always, change, live, paragraph, reportKind, say } from '../kind.ts'

/** What a leader says to the year. */
export const speech = reportKind({
  code: 'speech',
  revision: 2,
  name: t('领导讲话稿', "Leader's speech"),
  about: t('全委会、年度工作会讲话的数字骨架，文字由人改写', 'The numbers of a speech; the words are for a human to change'),
  title: '在{org}{year}工作会议上的讲话',
  period: 'year',
  running: 'as-of',
  approvedBy: 'own',
  chapters: [
    {
      title: '肯定成绩，坚定信心',
      blocks: [
        paragraph(
          always`同志们：{period}，在区委和市总工会的领导下，各级工会围绕中心、服务大局，各项工作取得新进展。`,
          say`我们发展会员${live('members-joined')}，${change('members-joined')}，其中新就业形态劳动者${live('new-form-members-joined')}。`,
          say`我们新建工会${live('unions-founded')}，工会组织总数达到${live('unions')}，会员总数达到${live('members')}。`,
          say`我们举办各类活动${live('sessions-held')}，惠及职工${live('activity-participants')}。`,
          say`我们举办技能竞赛${live('contests-held')}，授予称号${live('contest-titles')}。`,
        ),
      ],
    },
    {
      title: '直面问题，回应关切',
      blocks: [
        paragraph(
          always`职工的事就是工会的事，要把每一件诉求办实办好。`,
          say`今年以来接到热线诉求${live('hotline-received')}，${change('hotline-received')}；按期答复率${live('hotline-in-time')}，解决率${live('hotline-solved')}，满意率${live('hotline-satisfied')}。`,
          say`受理办件${live('cases-opened')}，平均${live('cases-days-to-close')}办结。`,
        ),
      ],
    },
    { title: '真抓实干，再上台阶', blocks: [paragraph(always`下一步，要坚持眼睛向下、重心下移，把资源和服务送到职工身边。`)] },
  ],
})
