import { Button, type ButtonProps, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'

interface DialogButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'leftSection'> {
  readonly label: string
  /** of the dialog; without it the button's */
  readonly title?: string
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a form. What was typed goes when it closes: the next one starts from what the house knows. */
export function DialogButton({ label, title = label, children, ...button }: DialogButtonProps) {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <Button {...button} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={title} size={620} closeOnClickOutside={false}>
        {opened && children(close)}
      </Modal>
    </>
  )
}
