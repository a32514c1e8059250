import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { renderSVG } from 'uqr'
import { saveFile } from '../../../kit/save-file.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'

type Props = { title: string; code: string; revision: number; worker: boolean }

/** What was published, and how workers reach it: the phone page and its code for a poster. */
export const Published = ({ title, code, revision, worker }: Props) => {
  const address = `${location.origin}/m/services/${code}`
  const picture = renderSVG(address, { border: 2 })
  return (
    <>
      <div className="page-head">
        <h1>{w(`“${title}”已发布`, `“${title}” is published`)}</h1>
      </div>
      <Sheet title={w('怎样申请', 'How to apply')}>
        <p>{w(`第 ${revision} 版从现在起生效。`, `Revision ${revision} is in force from now on.`)}</p>
        {worker ? (
          <div className="published">
            <div
              className="published-code"
              role="img"
              aria-label={w('手机页面二维码', 'QR code of the phone page')}
              dangerouslySetInnerHTML={{ __html: picture }}
            />
            <div>
              <p>{w('职工用手机扫码，或打开这个地址，就能申请：', 'Workers scan the code or open this address to apply:')}</p>
              <p>
                <a href={address} target="_blank" rel="noreferrer" className="address">
                  {address}
                </a>
              </p>
              <Button onClick={() => saveFile(new Blob([picture], { type: 'image/svg+xml' }), `${title}.svg`)}>
                {w('下载二维码', 'Download the code')}
              </Button>
            </div>
          </div>
        ) : (
          <p>{w('这个事项由工作人员登记，职工不能在手机上发起。', 'It is entered by officers; workers cannot begin it by phone.')}</p>
        )}
        <p>
          <Link to="/designs">{w('回到事项设计', 'Back to the services')}</Link>
        </p>
      </Sheet>
    </>
  )
}
