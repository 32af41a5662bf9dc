import type { Both } from '#lib/language.ts'

/** Why an upload was not taken, by its stable code. */
export const fileRefusals = {
  empty: { zh: '文件是空的。', en: 'The file is empty.' },
  tooLarge: {
    zh: '文件太大：照片至多 20 MB，PDF 至多 30 MB，表格至多 10 MB。',
    en: 'The file is too large: at most 20 MB for a photograph, 30 MB for a PDF, 10 MB for a workbook.',
  },
  unknownType: {
    zh: '只接受照片（JPG、PNG、WebP）、PDF 和 Excel 工作簿（xlsx）。',
    en: 'Only photographs (JPG, PNG, WebP), PDF and Excel workbooks (xlsx) are accepted.',
  },
  svg: { zh: '不接受 SVG 图形，请另存为 PNG。', en: 'SVG drawings are not accepted; please save it as PNG.' },
  heic: {
    zh: '不支持手机的 HEIC 照片：请在相机设置中选择“兼容性最佳”（JPG）后重拍，或另存为 JPG。',
    en: 'HEIC photographs are not supported: please choose “most compatible” (JPG) in the camera settings, or save it as JPG.',
  },
  extensionMismatch: { zh: '文件内容与扩展名不符。', en: 'The content of the file is not what its extension says.' },
  truncated: { zh: '文件不完整，请重新上传。', en: 'The file is incomplete; please upload it again.' },
  macros: { zh: '不接受带宏的工作簿。', en: 'Workbooks with macros are not accepted.' },
  unpacksTooLarge: { zh: '工作簿展开后太大。', en: 'The workbook unpacks to too much.' },
  tooManyPixels: {
    zh: '照片像素太多（至多 6000 万）。',
    en: 'The photograph has too many pixels (at most 60 million).',
  },
  broken: { zh: '照片已损坏，无法打开。', en: 'The photograph is damaged and cannot be opened.' },
  notASignature: { zh: '签名是空的，或不是签名板写的。', en: 'The signature is empty, or was not drawn on the pad.' },
} as const satisfies Record<string, Both>

export const uploadRefusals = {
  noFile: { zh: '没有收到文件。', en: 'No file was received.' },
  tooManyWaiting: {
    zh: '已上传而未附到单据的文件太多，请先提交单据。',
    en: 'Too many uploads are waiting to be attached; submit the slip first.',
  },
} as const satisfies Record<string, Both>
