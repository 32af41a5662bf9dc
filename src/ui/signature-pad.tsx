import './controls.css'
import { Button, Input } from '@mantine/core'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type SignatureDrawing from 'signature_pad'
import { useSay } from './language.tsx'
import classes from './signature-pad.module.css'
import { words } from './words.ts'

export interface SignaturePadProps {
  readonly label?: string
  readonly description?: string
  /** a PNG after every stroke; null when cleared */
  readonly onChange: (png: Blob | null) => void
  readonly required?: boolean
  readonly error?: string | undefined
}

/** Signing with a finger. Dark ink on white in both themes: it goes onto paper. */
export function SignaturePad({ label, description, onChange, required = false, error }: SignaturePadProps) {
  const say = useSay()
  const id = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef<SignatureDrawing | null>(null)
  const [empty, setEmpty] = useState(true)
  const stroke = useEffectEvent(() => {
    setEmpty(false)
    canvas.current?.toBlob((png) => onChange(png), 'image/png')
  })

  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    let stopped = false
    // Scaled to the screen's pixels whenever the sheet gets its size: first when a drawer has opened, again when turned.
    const observer = new ResizeObserver(() => fit(sheet, drawing.current))
    void import('signature_pad').then(({ default: Drawing }) => {
      if (stopped) return
      drawing.current = new Drawing(sheet, {
        penColor: '#10202c',
        backgroundColor: '#ffffff',
        minWidth: 0.9,
        maxWidth: 2.8,
      })
      drawing.current.addEventListener('endStroke', stroke)
      observer.observe(sheet)
    })
    return () => {
      stopped = true
      observer.disconnect()
      drawing.current?.off()
      drawing.current = null
    }
  }, [])

  const clear = () => {
    drawing.current?.clear()
    setEmpty(true)
    onChange(null)
  }
  return (
    <Input.Wrapper
      id={id}
      label={label ?? say(words.signature)}
      labelElement="div"
      description={description}
      required={required}
      error={error}
    >
      <div className={classes.sheet} role="group" aria-labelledby={`${id}-label`}>
        <canvas ref={canvas} className={classes.canvas} role="img" aria-label={say(words.signHere)} />
        {empty && (
          <span className={classes.hint} aria-hidden>
            {say(words.signHere)}
          </span>
        )}
      </div>
      {!empty && (
        <Button variant="subtle" onClick={clear} mt={4}>
          {say(words.clearSignature)}
        </Button>
      )}
    </Input.Wrapper>
  )
}

function fit(sheet: HTMLCanvasElement, drawing: SignatureDrawing | null): void {
  const ratio = Math.max(1, window.devicePixelRatio)
  const { width, height } = sheet.getBoundingClientRect()
  if (width === 0 || (sheet.width === Math.round(width * ratio) && sheet.height === Math.round(height * ratio))) return
  const strokes = drawing?.toData() ?? []
  sheet.width = Math.round(width * ratio)
  sheet.height = Math.round(height * ratio)
  sheet.getContext('2d')?.scale(ratio, ratio)
  drawing?.clear()
  drawing?.fromData(strokes)
}
