import { levelNames } from '@gongyou/contract/cases/in-words.ts'
import type { Level, Role } from '@gongyou/contract/cases/service.ts'
import { posts, postCodes } from '@gongyou/contract/organisations/posts.ts'
import { Button } from 'antd'
import { say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { freshName, put, without } from './draft.ts'
import { named, rolesUsed } from './edits.ts'
import { Pick, PickMany, Say, shown } from './fields.tsx'
import { SidePanel, type SideProps } from './SidePanel.tsx'

const levels: readonly Level[] = ['unit', 'station', 'town', 'district']

/** Who takes part, by post and level. */
export const RoleList = ({ service: s, edit, onChoose, faulty }: SideProps & { faulty: ReadonlySet<string> }) => (
  <Sheet
    title={w('办理角色', 'Roles')}
    head={
      <Button
        size="small"
        onClick={() => {
          const name = freshName(s.roles, 'role')
          edit((x) => put(x, 'roles', name, { name: named('新角色', 'New role'), posts: [], at: 'station' }))
          onChoose({ kind: 'role', name })
        }}
      >
        {w('加角色', 'Add a role')}
      </Button>
    }
  >
    {Object.entries(s.roles).map(([name, r]) => (
      <button type="button" key={name} className="line-button" data-faulty={faulty.has(name)} onClick={() => onChoose({ kind: 'role', name })}>
        <b>{shown(r.name)}</b>
        <span className="quiet small">
          {say(levelNames[r.at])}：{r.posts.map((p) => say(posts[p].name)).join('、') || w('还没有选岗位', 'no post yet')}
        </span>
      </button>
    ))}
    {Object.keys(s.roles).length === 0 && <p className="quiet">{w('还没有角色。加步骤时会自动带一个。', 'None yet; adding a step brings one.')}</p>}
  </Sheet>
)

export const RolePanel = ({ service: s, name, edit, onChoose }: SideProps & { name: string }) => {
  const role = s.roles[name]!
  const set = (patch: Partial<Role>, typing = '') =>
    edit((x) => put(x, 'roles', name, { ...x.roles[name]!, ...patch }), typing && `${name}-${typing}`)
  return (
    <SidePanel
      title={w('办理角色', 'Role')}
      onClose={() => onChoose(undefined)}
      drop={{
        name: w('删除这个角色', 'Delete this role'),
        why: rolesUsed(s, name) ? w('还有步骤或时限由它负责，不能删除。', 'Steps or limits still belong to it; it cannot be deleted.') : undefined,
        onDrop: () => edit((x) => ({ ...x, roles: without(x.roles, name) })),
      }}
    >
      <Say focus name={w('名称', 'Name')} text={role.name} max={20} onChange={(v) => set({ name: v }, 'name')} />
      <Pick
        name={w('在哪一级找', 'At which level')}
        hint={w('从办件所属的组织往上找到这一级', 'Looked for upwards from the union of the case')}
        value={role.at}
        options={levels.map((value) => ({ value, label: say(levelNames[value]) }))}
        onChange={(at) => set({ at })}
      />
      <PickMany
        name={w('哪些岗位可以办', 'Which posts')}
        values={role.posts}
        options={postCodes.map((value) => ({ value, label: say(posts[value].name) }))}
        onChange={(v) => set({ posts: v })}
      />
    </SidePanel>
  )
}
