import { z } from 'zod'

/**
 * A file that comes with a text: a form, a report, a table, slides. It belongs to the draft until the text is published;
 * the edition then freezes the list, and readers have what is frozen there.
 */
export const attachmentLimit = 20 * 1024 * 1024
/** Files a text may have. */
export const mostAttachments = 20

/** What may be attached, by what the bytes are, and how readers see it named. No SVG, no HTML, nothing with macros. */
export const attachmentKinds: Record<string, { extension: string; label: string }> = {
  'application/pdf': { extension: 'pdf', label: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', label: 'DOCX' },
  'application/vnd.oasis.opendocument.text': { extension: 'odt', label: 'ODT' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', label: 'XLSX' },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', label: 'ODS' },
  'image/jpeg': { extension: 'jpg', label: 'JPEG' },
  'image/png': { extension: 'png', label: 'PNG' },
}

/** `PDF` for what is served as application/pdf; the type itself for one we no longer accept. */
export const kindLabel = (mediaType: string): string => attachmentKinds[mediaType]?.label ?? mediaType

const frozen = z.object({
  fileId: z.string(),
  title_it: z.string(),
  title_en: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
})
export type Attachment = z.infer<typeof frozen>

/** Attachments as stored with an edition; `[]` when the column holds something else. */
export const parseAttachments = (value: unknown): Attachment[] => z.array(frozen).catch([]).parse(value)

/** The same files, titles and order: nothing to publish anew. */
export const sameAttachments = (a: readonly Attachment[], b: readonly Attachment[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => one.fileId === b[at]?.fileId && one.title_it === b[at]?.title_it && one.title_en === b[at]?.title_en)

const title = z
  .string()
  .max(200, 'tooLong')
  .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
const titles = { title_it: title.pipe(z.string().min(1, 'required')), title_en: title }
const file = { file: z.uuid() }

/** The forms of the page of attachments. The uploaded bytes are read apart. */
export const attachmentForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), ...titles }),
  z.object({ intent: z.literal('rename'), ...file, ...titles }),
  z.object({ intent: z.literal('up'), ...file }),
  z.object({ intent: z.literal('down'), ...file }),
  z.object({ intent: z.literal('remove'), ...file }),
])
export type AttachmentForm = z.infer<typeof attachmentForm>
