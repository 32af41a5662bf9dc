/** The answer of `POST /api/files?as=photo|signature` (multipart, one part with a file name). */
export interface UploadedFile {
  readonly id: string
  readonly kind: 'image' | 'pdf' | 'sheet'
  readonly name: string
  readonly bytes: number
  /** path of the small picture, or null */
  readonly thumbnail: string | null
}
