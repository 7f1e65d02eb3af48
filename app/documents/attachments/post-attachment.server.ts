import type { Db } from '#db/connection.ts'
import { addAttachment } from './add-attachment.server.ts'
import { attachmentForm } from './attachment.ts'
import { changeAttachment } from './change-attachments.server.ts'
import { readUpload } from './read-upload.server.ts'

const done = { add: 'added', rename: 'renamed', up: 'moved', down: 'moved', remove: 'removed' } as const
export const attachmentsDone = ['added', 'renamed', 'moved', 'removed'] as const
export type AttachmentProblem = 'required' | 'tooLong' | 'file' | 'too-large' | 'wrong-type' | 'too-many' | 'invalid'
export type Posted =
  | { ok: true; done: (typeof attachmentsDone)[number] }
  | { ok: false; about: string; problems: Record<string, AttachmentProblem>; typed: Record<string, string> }

/** One form of the page of attachments, for somebody who may write the text. Bad input comes back with its field. */
export async function postAttachment(
  db: Db,
  dataDir: string,
  { documentId, personId, request }: { documentId: string; personId: string; request: Request },
): Promise<Posted> {
  const upload = await readUpload(request)
  if (upload === 'too-large') return { ok: false, about: 'new', problems: { file: 'too-large' }, typed: {} }
  const { fields: typed, file } = upload
  const about = typed.intent === 'add' ? 'new' : (typed.file ?? '')
  const refuse = (problems: Record<string, AttachmentProblem>): Posted => ({ ok: false, about, problems, typed })
  const form = attachmentForm.safeParse(typed)
  if (!form.success)
    return refuse(Object.fromEntries(form.error.issues.map((issue) => [String(issue.path[0] ?? ''), codeOf(issue.message)])))
  if (form.data.intent === 'add') {
    if (!file) return refuse({ file: 'file' })
    const { title_it, title_en } = form.data
    const bytes = new Uint8Array(await file.arrayBuffer())
    const outcome = await addAttachment(db, dataDir, { documentId, personId, name: file.name, bytes, title_it, title_en })
    if (!outcome.ok) return refuse({ file: outcome.reason })
  } else await changeAttachment(db, { documentId, personId }, form.data)
  return { ok: true, done: done[form.data.intent] }
}

const codeOf = (message: string): AttachmentProblem => (message === 'required' || message === 'tooLong' ? message : 'invalid')
