import { type OpeningStart, useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { NewButton } from './new-button.tsx'

/** Whatever this reader may open, for a customer or a unit. */
export function NewButtons({ start }: { start: OpeningStart }) {
  const { chapters } = useCatalogue()
  return (
    <>
      {Object.keys(chapters).map((name, at) => (
        <NewButton key={name} process={name} start={start} quiet={at > 0} />
      ))}
    </>
  )
}
