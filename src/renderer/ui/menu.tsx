import './menu.css'
import { DropdownMenu } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { Button } from './button'

export interface MenuItem {
  readonly label: string
  readonly icon: ReactNode
  readonly onSelect: () => void
  readonly danger?: boolean
}

/**
 * A button that opens a list of actions. Not modal: the library would lock scrolling by a style tag,
 * which the content security policy refuses.
 */
export function Menu(props: {
  label: string
  icon: ReactNode
  items: readonly MenuItem[]
  /** The button shows its label before the icon. */
  named?: boolean
}) {
  const trigger = useRef<HTMLButtonElement>(null)
  // The item goes with the menu: a question that it asks gives the focus back to the button.
  const pick = (item: MenuItem): void => {
    trigger.current?.focus()
    item.onSelect()
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger ref={trigger} asChild>
        {props.named ? (
          <Button className="menu-named">
            {props.label}
            {props.icon}
          </Button>
        ) : (
          <Button icon={props.icon} className="button-icon" aria-label={props.label} />
        )}
      </DropdownMenu.Trigger>
      {/* In the page's main part, so that whoever goes by landmarks finds it. */}
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {props.items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              className={item.danger ? 'menu-item menu-item-danger' : 'menu-item'}
              onSelect={() => pick(item)}
            >
              {item.icon}
              {item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
