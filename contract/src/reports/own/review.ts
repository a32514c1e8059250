import { t } from '../../kit/text.ts'
import { change, live, paragraph, printed, reportKind, say, always } from '../kind.ts'

const kinds = (kind: string) => ({ where: `kind:${kind}` })
const venue = (kind: string) => ({ where: `venueKind:${kind}` })

/** The year by keywords. */
export const review = reportKind({
  code: 'review',
  revision: 1,
  name: t('年度盘点', 'Review of the year'),
  about: t('按关键词盘点一年的工作，用于年终总结和新闻稿', 'The year by keywords, for the annual summary and the press'),
  title: '盘点{period}{org}工作关键词',
  period: 'year',
  running: 'as-of',
  approvedBy: 'district',
  chapters: [
    {
      title: '唱响主旋律：职工思想政治引领',
      blocks: [
        paragraph(
          always`{period}，{org}突出职工思想政治引领，团结带领广大职工听党话、跟党走。`,
          say`通过微信公众号线上答题和宣讲等形式宣传党的二十大精神，累计参与职工达${printed('S1-1')}。`,
          say`在五一国际劳动节庆祝活动上，对${printed('S1-2')}先进集体和${printed('S1-3', { word: '名' })}先进个人进行表彰。`,
          say`举办干部能力提升培训班，来自全区各级工会的${printed('S0-2', { word: '名' })}干部参加培训。`,
          say`举办宣讲和讲座${live('sessions-held', kinds('lecture'))}，参加职工${live('activity-attendances', kinds('lecture'))}。`,
        ),
        paragraph(
          say`开展${printed('S1-4')}文体竞赛，吸引${printed('S1-5', { word: '' })}职工参与。`,
          say`举办体育健身活动${live('sessions-held', kinds('sports'))}，参加职工${live('activity-attendances', kinds('sports'))}。`,
          say`打造${printed('S1-6')}职工文化特色品牌队伍。`,
        ),
      ],
    },
    {
      title: '担当主心骨：保障权益与建功立业',
      blocks: [
        paragraph(
          say`指导企业签订集体合同${live('contracts-signed', { or: ['S1-7'] })}。`,
          say`完成法律援助案件${printed('S1-8')}，受理劳动争议案件${printed('S1-9')}。`,
          say`开展法律宣传${printed('S1-10', { word: '场次' })}，提供法律咨询${printed('S1-11')}。`,
          say`制发工会劳动法律监督提示函、意见书、建议书${live('supervision-letters')}。`,
        ),
        paragraph(
          say`联合有关部门开展“安康杯”竞赛，来自${printed('S1-12')}企业的${printed('S1-13', { word: '名' })}职工参与其中。`,
          say`累计开展应急、急救等业务培训${printed('S1-14')}，共有${printed('S1-15', { word: '名' })}职工参与。`,
          say`办理热线转来的诉求${live('hotline-received')}，${change('hotline-received')}，按期答复率${live('hotline-in-time')}。`,
        ),
      ],
    },
    {
      title: '把握主基调：工会温暖普惠职工',
      blocks: [
        paragraph(
          say`开展优秀职工疗休养${printed('S1-16')}，累计参与职工${printed('S1-17')}。`,
          say`开展健康体检活动${printed('S1-18')}，服务职工${printed('S1-19')}。`,
          say`开展心理健康讲座${printed('S1-20')}，参与职工${printed('S1-21')}。`,
          say`在夏送清凉活动期间，累计慰问${printed('S0-10')}单位、${printed('S0-11', { word: '名' })}职工；依托工会阵地，为${printed('S0-12', { word: '名' })}户外劳动者提供免费雪糕。`,
        ),
        paragraph(
          say`开展女职工流动课堂活动${live('sessions-held', { ...kinds('mobile-class'), or: ['S0-13'] })}。`,
          say`流动课堂惠及职工${live('activity-participants', { ...kinds('mobile-class'), or: ['S0-14'] })}。`,
          say`举办单身职工联谊活动${live('sessions-held', { ...kinds('matchmaking'), or: ['S0-15'] })}，惠及${live('activity-participants', { ...kinds('matchmaking'), word: '名', or: ['S0-16'] })}单身职工。`,
          say`通过金秋助学为在档困难职工子女${printed('S0-17')}申报助学补助${printed('S0-18')}。`,
          say`推进职工互助保障，全年累计赔付${printed('S0-19')}。`,
          say`为${printed('S0-20', { word: '名' })}劳模申报特殊困难补助金和生活困难补助金。`,
        ),
      ],
    },
    {
      title: '当好主力军：围绕中心促发展',
      blocks: [
        paragraph(
          say`举办技能竞赛${live('contests-held', { or: ['S1-22', 'S0-3'] })}。`,
          say`竞赛吸引${live('contest-entrants', { or: ['S1-23', 'S0-4'] })}职工参与。`,
          say`评选出“密云工匠”和“密云能手”${live('contest-titles', { word: '名', form: 'exact', or: ['S0-5'] })}。`,
          say`新建职工创新工作室${live('entries-added', { where: 'register:studios', or: ['S1-24', 'S0-6'] })}。`,
          say`为基层工会申报公益讲堂项目${printed('S1-25')}。`,
        ),
        paragraph(
          say`工匠学院首期${printed('S0-7', { word: '名' })}职工参加班组长培训班。`,
          say`工匠学院组织开展技能培训${live('classes-held', { or: ['S0-8'] })}。`,
          say`培训覆盖职工${live('class-trainees', { or: ['S0-9'] })}。`,
        ),
        paragraph(
          say`全区共有职工志愿服务队伍${printed('S1-26')}；开展志愿服务活动${printed('S1-27')}，参与志愿者${printed('S1-28')}，服务职工${printed('S1-29')}。`,
          say`开展农副产品推介活动${printed('S1-30')}，累计销售农副产品${printed('S1-31')}；新开辟旅游线路${printed('S1-32')}，景区门票收入${printed('S1-33')}；累计为农民综合创收${printed('S1-34')}。`,
        ),
      ],
    },
    {
      title: '坚守主阵地：加强自身建设',
      blocks: [
        paragraph(
          say`新建单独基层工会组织${live('unions-founded', { ...kinds('base_single'), or: ['S1-35'] })}。`,
          say`其中百人以上单位建会${printed('S1-36')}。`,
          say`新建联合基层工会${live('unions-founded', { ...kinds('base_joint'), or: ['S1-37'] })}。`,
          say`新建百人以上职工之家${live('venues-opened', { ...venue('workers_home_100plus'), word: '家', or: ['S1-38'] })}。`,
          say`新建公共区域职工之家${live('venues-opened', { ...venue('public_area_workers_home'), word: '家', or: ['S1-39'] })}。`,
          say`新建暖心驿站${live('venues-opened', { ...venue('warm_station'), word: '家', or: ['S1-40'] })}。`,
          say`其中${printed('S1-41')}站点被评为“最美站点”。`,
        ),
        paragraph(
          say`召开职工沟通会${printed('S1-42')}、企业沟通会${printed('S1-43')}。`,
          say`发展工会会员${live('members-joined', { or: ['S1-44'] })}。`,
          say`其中新就业形态劳动者${live('new-form-members-joined', { word: '名', or: ['S1-45'] })}。`,
          say`截至期末，全区共有工会组织${live('unions')}、会员${live('members')}。`,
        ),
      ],
    },
  ],
})
