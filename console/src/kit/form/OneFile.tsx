import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { FilesInput } from './FilesInput.tsx'

type Given = { id?: string; accept?: 'photo' | 'document' | 'any'; value?: FileAnswer[]; onChange?: (next: unknown) => void }

/** The file field of every form, inside a `Form.Item`, which hands it its value. */
export const OneFile = ({ id = 'file', accept = 'any', value, onChange }: Given) => (
  <FilesInput id={id} accept={accept} most={1} value={value} onChange={(next: unknown) => onChange?.(next)} />
)
