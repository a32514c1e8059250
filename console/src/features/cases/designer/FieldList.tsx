import type { Service } from '@gongyou/contract/cases/service.ts'
import { kindNames } from '@gongyou/contract/forms/names.ts'
import type { Field } from '@gongyou/contract/forms/index.ts'
import { HolderOutlined } from '@ant-design/icons'
import { DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, arrayMove, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { askedAt } from './edits.ts'
import { shown } from './fields.tsx'

type LineProps = { name: string; field: Field; when: string; faulty: boolean; chosen: boolean; onOpen: () => void }

const FieldLine = ({ name, field, when, faulty, chosen, onOpen }: LineProps) => {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: name })
  const style = { transform: transform ? `translateY(${transform.y}px)` : undefined, transition, zIndex: isDragging ? 1 : undefined }
  const { tabIndex, role: _, ...aria } = attributes
  return (
    <li ref={setNodeRef} style={style} className="field-line" data-chosen={chosen} data-dragging={isDragging}>
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="grip"
        {...aria}
        tabIndex={tabIndex}
        {...listeners}
        aria-label={w(`移动“${field.label.zh}”：拖动，或按空格后用上下键`, `Move ${field.label.en || field.label.zh}: drag, or space and arrow keys`)}
      >
        <HolderOutlined />
      </button>
      <button type="button" className="field-open" onClick={onOpen} aria-pressed={chosen}>
        {field.section && <span className="field-section">{shown(field.section)}</span>}
        <span className="field-name">
          {shown(field.label) || w('（没有名称）', '(no name)')}
          {!field.optional && <span className="must">{w('必填', 'needed')}</span>}
        </span>
        <span className="quiet small">
          {[say(kindNames[field.kind]), when, field.when && w('有条件', 'conditional'), field.secrecy === 'P3' && w('加密', 'sealed')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      {faulty && <span className="fault-mark">{w('待完善', 'Unfinished')}</span>}
    </li>
  )
}

type Props = {
  service: Service
  faulty: ReadonlySet<string>
  chosen: string | undefined
  onOpen: (name: string) => void
  onOrder: (names: string[]) => void
}

/** The fields in the order in which they are asked; dragged by hand or by keyboard. */
export const FieldList = ({ service, faulty, chosen, onOpen, onOrder }: Props) => {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const names = Object.keys(service.form)
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onOrder(arrayMove(names, names.indexOf(String(active.id)), names.indexOf(String(over.id))))
  }
  const label = (id: string | number) => service.form[String(id)]?.label.zh ?? ''
  const accessibility = {
    screenReaderInstructions: {
      draggable: w('按空格拿起，上下键移动，再按空格放下，Esc 取消。', 'Space picks up, arrows move, space drops, Escape cancels.'),
    },
    announcements: {
      onDragStart: ({ active }: { active: { id: string | number } }) => w(`拿起“${label(active.id)}”`, `Picked up ${label(active.id)}`),
      onDragOver: ({ over }: { over: { id: string | number } | null }) =>
        over ? w(`移到“${label(over.id)}”处`, `Over ${label(over.id)}`) : undefined,
      onDragEnd: () => w('已放下', 'Dropped'),
      onDragCancel: () => w('已取消', 'Cancelled'),
    },
  }
  // Fields that a step asks for say so; nothing is said where all are asked with the application.
  const whenOf = (name: string) => {
    const { start, steps } = askedAt(service, name)
    const places = [
      ...(start ? [w('申请时填', 'with the application')] : []),
      ...steps.map((x) => w(`“${shown(service.actions[x]!.name)}”时填`, `in “${shown(service.actions[x]!.name)}”`)),
    ]
    return steps.length > 0 || !start ? places.join('、') : ''
  }
  if (names.length === 0)
    return (
      <p className="empty">
        {w('表单还没有内容。点下面的按钮加一项，职工在手机上就会看到。', 'The form is empty. Add a field below and see it on the phone beside.')}
      </p>
    )
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={accessibility}>
      <SortableContext items={names} strategy={verticalListSortingStrategy}>
        <ol className="field-list">
          {names.map((name) => (
            <FieldLine
              key={name}
              name={name}
              field={service.form[name]!}
              when={whenOf(name)}
              faulty={faulty.has(name)}
              chosen={chosen === name}
              onOpen={() => onOpen(name)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}
