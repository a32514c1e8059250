import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { DatePicker, Form, Input } from 'antd'
import type { Dayjs } from 'dayjs'
import { ask } from '../../kit/api.ts'
import { OneFile } from '../../kit/form/OneFile.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { fromPicked, picked } from '../../kit/times.ts'

type Fields = { files: FileAnswer[]; at: Dayjs; said?: string; place?: string }
const minutes = 60_000

/** Where a photograph was taken, as far as the browser may say. */
const here = () =>
  new Promise<[number, number] | undefined>((resolve) =>
    navigator.geolocation
      ? navigator.geolocation.getCurrentPosition(
          (p) => resolve([p.coords.longitude, p.coords.latitude]),
          () => resolve(undefined),
          { timeout: 4000 },
        )
      : resolve(undefined),
  )
const apart = (at: string) => Math.abs(Date.now() - Date.parse(at))

/** A photograph with the time at which it was taken. What is added later does not say where the office stands. */
export const AddPhoto = ({
  session,
  onClose,
  onDone,
}: {
  session: ActivityView['sessionList'][number]
  onClose: () => void
  onDone: (next: ActivityView) => void
}) => {
  const now = new Date().toISOString()
  const isOn = Date.parse(session.startsAt) - 120 * minutes <= Date.now() && Date.now() <= Date.parse(session.endsAt) + 120 * minutes
  return (
    <FormModal<Fields, ActivityView>
      title={w('添加现场照片', 'Add a photograph')}
      ok={w('保存', 'Save')}
      says={
        isOn
          ? w('现在拍的照片，时间和位置一起记下。', 'Taken now: the time and the place are kept with it.')
          : w(
              '活动不在进行中：请填写照片拍摄的时间，不记现在的位置。',
              'The session is not on: say when it was taken; where you are now is not kept.',
            )
      }
      initial={{ files: [], place: session.place, ...(isOn ? { at: picked(now) } : {}) }}
      save={async (f) => {
        const takenAt = fromPicked(f.at)
        const point = apart(takenAt) < 10 * minutes ? await here() : undefined
        return ask('addEvidence', {
          params: { id: session.id },
          body: { fileId: f.files[0]?.id ?? '', takenAt, place: f.place ?? '', said: f.said ?? '', ...(point ? { point } : {}) },
        })
      }}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item
        name="files"
        label={w('照片', 'Photograph')}
        rules={[{ required: true, type: 'array', min: 1, message: w('请选一张照片', 'Choose a photograph') }]}
      >
        <OneFile accept="photo" />
      </Form.Item>
      <Form.Item name="at" label={w('拍摄时间', 'Taken at')} rules={[{ required: true, message: w('请填写拍摄时间', 'Say when it was taken') }]}>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          defaultPickerValue={picked(session.startsAt)}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="place" label={w('地点', 'Place')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="said" label={w('说明（可不填）', 'Words (optional)')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}
