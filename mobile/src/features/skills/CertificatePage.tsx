import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { asking } from '../../kit/api.ts'
import { day } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './skills.css'

/** Where the QR of a certificate leads: for anybody, without signing in. */
export const CertificatePage = () => {
  const { code } = useParams<{ code: string }>()
  const found = useQuery({ ...asking('verifyCertificate', { params: { code } }), retry: false })
  const c = found.data
  return (
    <Page title={w('证书核验', 'Certificate')} back="/">
      {found.isPending ? <Skeleton /> : null}
      {found.isError ? (
        <Notice tone="wrong" title={w('没有核验到', 'Not verified')}>
          {wordsOf(found.error)}
        </Notice>
      ) : null}
      {c ? (
        <>
          {c.withdrawnOn ? (
            <Notice tone="wrong" title={w(`已于 ${day(c.withdrawnOn)} 撤销，不再有效`, `Withdrawn on ${day(c.withdrawnOn)}: no longer valid`)}>
              {c.withdrawnBecause ? w(`原因：${c.withdrawnBecause}`, `Reason: ${c.withdrawnBecause}`) : null}
            </Notice>
          ) : (
            <p className="certificate-good" role="status">
              <Icon name="done" size={32} />
              {w('是真证书，现在有效', 'Genuine and valid')}
            </p>
          )}
          <Facts
            rows={[
              [w('证书编号', 'Number'), c.number],
              [w('持证人', 'Holder'), c.holder],
              [w('单位', 'Unit'), c.unit],
              [w('称号、课程', 'Title or course'), <strong key="a">{c.award}</strong>],
              [w('事由', 'For'), c.reason],
              [w('颁发', 'Issued by'), c.issuedBy],
              [w('日期', 'On'), day(c.issuedOn)],
            ]}
          />
          <p className="small">{w('姓名只显示姓，请与证书上的姓名和本人核对。', 'The name is masked; compare it with the paper and the person.')}</p>
        </>
      ) : null}
    </Page>
  )
}
