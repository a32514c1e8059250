import { useLocation } from 'wouter'
import { Link } from 'wouter'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'

const about = (place: string) => {
  if (place === '/activities')
    return {
      title: w('活动', 'Activities'),
      soon: w('课程、体检、讲座、联谊的报名和签到，将在这里进行。', 'Sign-up and check-in for classes, check-ups and talks will be here.'),
      now: w('现在要报名：打电话给服务站，说出姓名和想参加的活动。', 'Now: call the station with your name and the activity.'),
    }
  return {
    title: w('地图', 'Map'),
    soon: w('离您最近的暖心驿站、充电和饮水点，将在地图上显示。', 'The nearest rest stations with water and charging will be on the map.'),
    now: w('现在要找：打电话问最近的服务站，20 个镇街都有。', 'Now: call and ask for the nearest; each of the 20 towns has one.'),
  }
}

/** What is not here yet: what it will do, and how to get it done today. */
export const ComingPage = () => {
  const [place] = useLocation()
  const { title, soon, now } = about(place)
  return (
    <Page title={title} back="/" bar>
      <p>
        {soon}
        <br />
        <span className="small">{w('正在建设，还不能在手机上办。', 'Under construction; not possible by phone yet.')}</span>
      </p>
      <p>{now}</p>
      <a href="tel:12351" className="button primary">
        {w('拨打 12351', 'Call 12351')}
      </a>
      <Link href="/" className="button">
        {w('回首页', 'Home')}
      </Link>
    </Page>
  )
}
