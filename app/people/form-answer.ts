/** What a form about people answers when it refuses: a sentence per field, and what was typed. */
export type RefusedForm = { errors: Record<string, string>; typed: Record<string, string>; mail?: undefined; done?: undefined }

/** What a page says after "a mail was sent": whether it really left, and the link where that may be shown. */
export type MailNotice = { kept: boolean; path: string | undefined }
