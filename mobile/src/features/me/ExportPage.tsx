import { language } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'

/** Plain links: they work in every browser, WeChat's included, where a made-up download does not. */
export const ExportPage = () => (
  <Page title={w('导出我的信息', 'Export my data')} back="/me">
    <p>
      {w(
        '工会保存的您的全部信息，一份可以读、可以打印，一份给机器用。',
        'Everything the union holds about you: one copy to read and print, one for machines.',
      )}
    </p>
    <Notice tone="due">
      {w(
        '含完整证件号码。在别人的手机上请不要导出。每次导出都会记下来。',
        'Contains the full ID number. Do not export on somebody else’s phone. Each export is recorded.',
      )}
    </Notice>
    <a className="button primary" href={`/api/membership/mine/data.html?language=${language()}`}>
      {w('打开，可打印', 'Open, to print')}
    </a>
    <a className="button" href="/api/membership/mine/data.json" download="my-data.json">
      {w('下载 JSON 文件', 'Download as JSON')}
    </a>
  </Page>
)
