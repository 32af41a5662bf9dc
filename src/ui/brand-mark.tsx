/** The house's sign: a courtyard seen from above, light falling in from one corner. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b4a6a" />
      <path d="M7 7h18v18H7z" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" />
      <path d="M11.5 11.5h9v9z" fill="#5fd0c5" />
      <path d="M11.5 11.5v9h9z" fill="#fff" fillOpacity=".28" />
    </svg>
  )
}
