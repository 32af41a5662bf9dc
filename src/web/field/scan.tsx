import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useSay } from '#ui/language.tsx'
import classes from './field.module.css'
import find from './find.module.css'
import { words } from './words.ts'

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector

/** Reads a QR code or a bar code with the phone's own reader; where there is none the number is typed. */
export function Scan({ onFound }: { onFound: (text: string) => void }) {
  const say = useSay()
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  const found = useEffectEvent(onFound)
  useEffect(() => {
    let stopped = false
    let stream: MediaStream | null = null
    const look = async () => {
      const screen = video.current
      const Reader = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
      if (Reader === undefined || screen === null) throw new Error('no reader')
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (stopped) return stop(stream)
      screen.srcObject = stream
      await screen.play()
      const reader = new Reader({ formats: ['qr_code', 'code_128'] })
      while (!stopped) {
        const text = (await reader.detect(screen))[0]?.rawValue
        if (text !== undefined && text !== '') return found(text)
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
    }
    look().catch(() => setFailed(true))
    return () => {
      stopped = true
      if (stream) stop(stream)
    }
  }, [])
  if (failed) return <p role="alert">{say(words.noCamera)}</p>
  return (
    <div className={classes.stack}>
      <div className={find.camera}>
        <video ref={video} muted playsInline aria-label={say(words.scanHelp)} />
      </div>
      <p className={classes.soft}>{say(words.scanHelp)}</p>
    </div>
  )
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}
