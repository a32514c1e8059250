import type { Register } from '@gongyou/contract/registers/register.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { said } from './words.tsx'

/** What whoever designs registers may do with one. */
export const DesignMenu = ({ register, retired }: { register: Register; retired: boolean }) => {
  const may = useMay()
  const go = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [retiring, setRetiring] = useState(false)
  const begin = useMutation({
    mutationFn: () => ask('createRegisterDesign', { body: { title: register.title.zh.slice(0, 40), from: register.code } }),
    onSuccess: ({ id }) => go({ to: '/registers/design/$id' as string, params: { id } as never }),
    onError: (error) => message.warning(wordsOf(error)),
  })
  if (!may('registers.design')) return null
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'next', label: w('修改名册内容（下一版）', 'Next revision'), onClick: () => begin.mutate() },
            { key: 'retire', label: w('停用名册', 'Retire'), disabled: retired, onClick: () => setRetiring(true) },
          ],
        }}
      >
        <Button type="text">{w('名册设置', 'Settings')}</Button>
      </Dropdown>
      {retiring && (
        <FormModal<{ because: string }>
          title={w(`停用“${register.title.zh}”`, `Retire “${said(register.title)}”`)}
          ok={w('停用', 'Retire')}
          danger
          says={w('停用后不能再新增，已有条目仍可查看、更新和终止。', 'No new entry is taken; what stands can still be read, changed and ended.')}
          save={(f) => ask('retireRegister', { params: { code: register.code }, body: f })}
          onClose={() => setRetiring(false)}
          onDone={() => {
            setRetiring(false)
            message.success(w('已停用', 'Retired'))
            void queries.invalidateQueries({ queryKey: ['getRegister'] })
            void queries.invalidateQueries({ queryKey: ['listRegisters'] })
          }}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
